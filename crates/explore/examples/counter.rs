//! Times the search of the unlocked counter, 2 threads with 3 increments each.
//!
//! Prints `name value` or `name value unit`, a line each; `cargo xtask bench` sets them against frontrun in the same run.

use std::sync::Arc;

use explore::Search;
use trace::Model;

const SOURCE: &str = "import threading
counter = 0

def work():
    global counter
    for _ in range(3):
        t = counter
        counter = t + 1

threads = []
for _ in range(2):
    threads.append(threading.Thread(target=work))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
";

#[expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
fn main() {
    let Ok(program) = machine::load(SOURCE).map(Arc::new) else {
        return println!("the program does not compile");
    };
    for _ in 0..10 {
        let start = std::time::Instant::now();
        let Ok(mut search) = Search::new(Arc::clone(&program), &Model::default()) else {
            return println!("the program does not fit");
        };
        while !search.advance(u64::MAX) {}
        println!("search {:.3} ms", start.elapsed().as_secs_f64() * 1e3);
        let report = search.report();
        println!("outcomes {}", report.outcomes.len());
        println!("states {}", report.states);
        println!("transitions {}", report.transitions);
    }
}
