//! A run that nobody sees. Browsers compile a wasm function when it is first called, which cost the first run some 70 ms.

use std::sync::Arc;

use schedule::Simulation;
use trace::Model;

/// What most programs do.
const PROGRAM: &str = "import threading, time

done = []
lock = threading.Lock()

def work(number):
    time.sleep(0.001)
    with lock:
        done.append(f'{number}')

threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(done), *done)
";

/// Runs it on the model, to the end; how it ended is nobody's business.
pub(crate) fn run() {
    if let Ok(program) = machine::load(PROGRAM)
        && let Ok(mut simulation) = Simulation::new(Arc::new(program), &Model::default())
    {
        simulation.run();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Were the program wrong, nobody would see that either.
    #[test]
    fn it_runs_to_its_end() {
        let program = Arc::new(machine::load(PROGRAM).expect("the program is right"));
        let mut simulation = Simulation::new(program, &Model::default()).expect("it fits");
        assert_eq!(simulation.run().trace.end, trace::End::Finished { status: 0 });
    }
}
