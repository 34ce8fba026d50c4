//! Python as a state and one-instruction steps on it: bytecode, values, heap, fibers. Decides nothing.
