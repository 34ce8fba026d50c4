//! Sentences about several runs: plots and comparisons.

use trace::Text;

use super::{
    Language::{self, Chinese, English},
    count, figure, sentences, words,
};
use crate::{
    chart::Amdahl,
    state::{Failure, Gap},
};

/// A list of values: `1, 2, 5`.
pub(crate) fn values(language: Language, values: &[f64]) -> String {
    let values: Vec<String> = values.iter().map(|value| figure(*value)).collect();
    match language {
        // Thousands have commas of their own.
        English if values.iter().any(|value| value.contains(',')) => values.join("; "),
        English => values.join(", "),
        Chinese => values.join("、"),
    }
}

/// How far a series is.
pub(crate) fn progress(language: Language, made: usize, all: usize) -> String {
    match language {
        English => format!("Run {} of {all} …", made + 1),
        Chinese => format!("第 {} 次运行，共 {all} 次……", made + 1),
    }
}

/// A series that was stopped.
pub(crate) fn stopped(language: Language, made: usize, all: usize) -> String {
    match language {
        English => format!("Stopped after {made} of {all} runs."),
        Chinese => format!("已停止：完成了 {all} 次运行中的 {made} 次。"),
    }
}

/// Why a plot has no point at some values.
pub(crate) fn gap(language: Language, axis: &Text, values: &[f64], gap: &Gap) -> String {
    let axis = language.pick(axis);
    let values = self::values(language, values);
    let why = match (language, gap) {
        (English, Gap::Failed(Failure::Text(text))) => format!("no run. {}", text.en),
        (Chinese, Gap::Failed(Failure::Text(text))) => format!("无法运行。{}", text.zh),
        (English, Gap::Failed(Failure::Words(phrase))) => {
            format!("the run broke down. {}", language.say(*phrase))
        }
        (Chinese, Gap::Failed(Failure::Words(phrase))) => format!("运行中断。{}", language.say(*phrase)),
        (English, Gap::Refused(reason)) => format!("the program was refused. {}", reason.en),
        (Chinese, Gap::Refused(reason)) => format!("程序被拒绝。{}", reason.zh),
        (English, Gap::Ended(end)) => {
            format!(
                "the run has no figure, for it did not end well: {}.",
                sentences::end_short(language, end)
            )
        }
        (Chinese, Gap::Ended(end)) => {
            format!(
                "运行没有正常结束（{}），因此没有数值。",
                sentences::end_short(language, end)
            )
        }
        (English, Gap::NoFigure(curve)) => format!("the run gave no figure for “{}”.", curve.en),
        (Chinese, Gap::NoFigure(curve)) => format!("运行没有给出“{}”的数值。", curve.zh),
        (English, Gap::NoLogarithm(curve)) => {
            format!(
                "“{}” is 0 or less there, which has no place on a logarithmic axis.",
                curve.en
            )
        }
        (English, Gap::NoPlace) => {
            "there is no place for it on a logarithmic axis; see the table.".to_owned()
        }
        (Chinese, Gap::NoPlace) => "对数坐标上没有它的位置；数值见表格。".to_owned(),
        (Chinese, Gap::NoLogarithm(curve)) => format!("“{}”不大于 0，无法画在对数坐标上。", curve.zh),
    };
    match language {
        English => format!("{axis} {values}: {why}"),
        Chinese => format!("{axis}为 {values}：{why}"),
    }
}

/// What a curve says at a value.
pub(crate) fn reading(
    language: Language,
    axis: &str,
    value: f64,
    curves: &[(String, Option<f64>)],
) -> String {
    let none = language.say(words::NO_FIGURE);
    let figures = curves.iter().map(|(name, point)| {
        let point = point.map_or_else(|| none.to_owned(), figure);
        format!(" · {name}: {point}")
    });
    format!("{axis}: {}{}", figure(value), figures.collect::<String>())
}

/// What Amdahl's law says of measured times.
pub(crate) fn amdahl(language: Language, law: &Amdahl) -> String {
    let share = percent(law.serial_share());
    let off = percent(law.off);
    match (language, law.serial_share()) {
        (English, 0.0) => format!(
            "Amdahl's law fits best without any serial share: all of the work is shared among the processors. The times of the runs are at most {off} away from the law."
        ),
        (Chinese, 0.0) => format!(
            "拟合的阿姆达尔定律没有串行部分：全部工作都由各处理器分担。各次运行的耗时与该定律最多相差 {off}。"
        ),
        (English, 1.0) => format!(
            "More processors do not help: by Amdahl's law all of it is serial. The times of the runs are at most {off} away from the law."
        ),
        (Chinese, 1.0) => format!(
            "增加处理器没有帮助：按阿姆达尔定律，全部工作都是串行的。各次运行的耗时与该定律最多相差 {off}。"
        ),
        (English, _) => format!(
            "Amdahl's law fits best with a serial share of {share}: however many processors there are, at most {} times as fast. The times of the runs are at most {off} away from the law.",
            figure(law.most())
        ),
        (Chinese, _) => format!(
            "拟合的阿姆达尔定律给出的串行部分为 {share}：无论有多少处理器，最多快到 {} 倍。各次运行的耗时与该定律最多相差 {off}。",
            figure(law.most())
        ),
    }
}

/// A share from 0 to 1 in percent.
pub(crate) fn percent(share: f64) -> String {
    format!("{} %", figure((share * 1000.0).round() / 10.0))
}

/// A run's utilisation, with the number of processors.
pub(crate) fn utilisation(language: Language, share: f64, processors: u32) -> String {
    let (share, processors) = (percent(share), count(u64::from(processors)));
    match language {
        English if processors == "1" => format!("{share} of 1 processor"),
        English => format!("{share} of {processors} processors"),
        Chinese => format!("{share}（{processors} 个处理器）"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use trace::{End, LimitKind, Place};

    #[test]
    fn a_gap_says_where_and_why() {
        let axis = Text::new("Places", "车位");
        let deadlock = Gap::Ended(End::Deadlock { waits: vec![] });
        assert_eq!(
            gap(English, &axis, &[1.0, 20.0], &deadlock),
            "Places 1, 20: the run has no figure, for it did not end well: deadlock."
        );
        let limit = Gap::Ended(End::Limit {
            kind: LimitKind::Memory,
            fiber: trace::FiberId::MAIN,
            place: Place::default(),
        });
        assert!(gap(Chinese, &axis, &[1.0], &limit).starts_with("车位为 1：运行没有正常结束（内存上限）"));
    }

    #[test]
    fn amdahls_law_names_the_share_and_the_limit() {
        let times = [1.0, 2.0, 4.0].map(|cores: f64| (cores, 0.1 + 0.9 / cores));
        let law = Amdahl::of(&times).expect("times");
        let text = amdahl(English, &law);
        assert!(
            text.contains("serial share of 10 %") && text.contains("at most 10 times"),
            "{text}"
        );
    }
}
