"""How a process begins that was started afresh."""

import _kernel
import pickle
import multiprocessing.util as util
from multiprocessing.process import current_process

__atomic__ = True

__all__ = ("get_preparation_data", "freeze_support")


def freeze_support():
    """Of use on another platform only."""


def get_preparation_data(name):
    """What the new process has to know before it runs the main module."""
    from multiprocessing.context import default_context

    _check_not_importing_main()
    data = {
        "log_to_stderr": util._logs_to_stderr,
        "authkey": current_process().authkey,
        "name": name,
        "start_method": default_context().get_start_method(),
    }
    if util._logger is not None:
        data["log_level"] = util._logger.getEffectiveLevel()
    return data


def _check_not_importing_main():
    if getattr(current_process(), "_inheriting", False):
        raise RuntimeError("""
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.""")


def spawn_main(message):
    """What the new process does. Returns its exit status."""
    parent_sentinel, preparation, description = pickle.loads(message)
    main = current_process()
    main._inheriting = True
    try:
        _prepare(pickle.loads(preparation))
        _kernel.run_main()
        process = pickle.loads(description)
    finally:
        del main._inheriting
    return process._bootstrap(parent_sentinel)


def _prepare(data):
    from multiprocessing.context import force_start_method

    process = current_process()
    process.name = data["name"]
    process.authkey = data["authkey"]
    if data["log_to_stderr"]:
        util.log_to_stderr()
    if "log_level" in data:
        util.get_logger().setLevel(data["log_level"])
    force_start_method(data["start_method"])
