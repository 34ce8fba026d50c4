//! Times the search of the unlocked counter, 2 threads with 3 increments each.

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
        let took = start.elapsed();
        let report = search.report();
        println!(
            "{took:?}: {} outcomes, {} states, {} transitions",
            report.outcomes.len(),
            report.states,
            report.transitions
        );
    }
}
