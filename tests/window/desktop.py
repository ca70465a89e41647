"""A virtual display with one real window of the program on it, worked with real key and mouse events."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

NEEDED = ('Xvfb', 'xdotool', 'import', 'xclip')


def missing():
    """the programs that are not installed"""
    return [name for name in NEEDED if shutil.which(name) is None]


class Desktop:
    """with Desktop(1280, 800) as desktop: …"""

    def __init__(self, width=1280, height=800):
        self.size = (width, height)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='unknot-window-'))
        self.programs = []

    def __enter__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            # Without -noreset it begins anew when its last window closes, and refuses the next one meanwhile.
            ['Xvfb', '-displayfd', str(write), '-screen', '0', '%dx%dx24' % self.size, '-nolisten', 'tcp', '-noreset'],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as line:
            number = line.readline().strip()
        if not number:
            raise RuntimeError('Xvfb did not start')
        self.environment = dict(os.environ, DISPLAY=':' + number, HOME=str(self.folder), LIBGL_ALWAYS_SOFTWARE='1')
        for name in ('WAYLAND_DISPLAY', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_STATE_HOME', 'UNKNOT_DB', 'DBUS_SESSION_BUS_ADDRESS',
                     'XDG_RUNTIME_DIR'):
            self.environment.pop(name, None)
        return self

    def __exit__(self, *_):
        for program in self.programs:
            program.terminate()
            program.wait(10)
        self.server.terminate()
        self.server.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *command, check=True):
        """a command on this display; its standard output"""
        return subprocess.run(command, env=self.environment, check=check, stdout=subprocess.PIPE,
                              universal_newlines=True).stdout

    def open(self, program, *arguments, **variables):
        """starts the program and waits for its window; the process"""
        process = subprocess.Popen([str(program), *arguments], env=dict(self.environment, **variables))
        self.programs.append(process)
        for _ in range(200):
            found = self.run('xdotool', 'search', '--onlyvisible', '--class', '^unknot$', check=False).split()
            if found:
                self.window = found[-1]
                # No window manager gives it the keyboard here.
                self.run('xdotool', 'windowfocus', self.window)
                # Out of the way, or something is always hovered.
                self.run('xdotool', 'mousemove', str(self.size[0] - 1), str(self.size[1] - 1))
                self.settle()
                return process
            if process.poll() is not None:
                raise RuntimeError('the program ended with %d' % process.returncode)
            time.sleep(0.1)
        raise RuntimeError('no window appeared')

    def close(self, process):
        self.key('ctrl+q')
        process.wait(20)
        self.programs.remove(process)

    def key(self, *names):
        """keys one after another, as fast as a quick typist's"""
        for name in names:
            time.sleep(0.12)
            self.run('xdotool', 'key', name)

    def type(self, text):
        self.run('xdotool', 'type', '--delay', '40', text)

    def click(self, x, y):
        self.run('xdotool', 'mousemove', '--window', self.window, str(x), str(y), 'click', '1')

    def picture(self, name):
        """the window as it is, as a PNG file"""
        subprocess.run(['import', '-window', self.window, str(name)], env=self.environment, check=True)
        return pathlib.Path(name)

    def pasted(self, kind):
        """what is on the clipboard in that form, in bytes; none where it is not"""
        return subprocess.run(['xclip', '-selection', 'clipboard', '-t', kind, '-o'], env=self.environment,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout

    def pixels(self):
        return subprocess.run(['import', '-window', self.window, 'rgb:-'], env=self.environment, check=True,
                              stdout=subprocess.PIPE).stdout

    def settle(self, seconds=15):
        """waits until two looks a moment apart see the same"""
        last = None
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            now = self.pixels()
            if now == last and len(set(now[:30000])) > 1:
                return
            last = now
            time.sleep(0.15)


def until(true, seconds=15):
    """waits until a function answers something true; that answer, or the last one"""
    end = time.monotonic() + seconds
    answer = true()
    while not answer and time.monotonic() < end:
        time.sleep(0.1)
        answer = true()
    return answer


def skip_where_missing():
    lacking = missing()
    if lacking:
        print('not installed: ' + ', '.join(lacking))
        sys.exit(77)
