"""Drops files on a window as a file manager does: the drag-and-drop protocol of X11 (XDND, version 5), spoken to the display
itself, since no tool that is packaged does this."""
import socket
import struct
import time
import urllib.parse

INTERN_ATOM, CREATE_WINDOW, CHANGE_PROPERTY, SET_OWNER, SEND_EVENT = 16, 1, 18, 22, 25
SELECTION_REQUEST, SELECTION_NOTIFY, CLIENT_MESSAGE = 30, 31, 33
NO_TIME = 0


class Display:
    """a connection to a display of this machine"""

    def __init__(self, name):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(10)
        self.socket.connect('/tmp/.X11-unix/X' + name.lstrip(':').split('.')[0])
        self.socket.sendall(struct.pack('<BxHHHHxx', ord('l'), 11, 0, 0, 0))
        head = self.read(8)
        if head[0] != 1:
            raise RuntimeError('the display refused the connection')
        setup = self.read(struct.unpack_from('<H', head, 6)[0] * 4)
        self.free_id, = struct.unpack_from('<I', setup, 4)
        vendor, = struct.unpack_from('<H', setup, 16)
        screen = 32 + (vendor + 3) // 4 * 4 + 8 * setup[21]
        self.root, = struct.unpack_from('<I', setup, screen)
        self.events = []

    def read(self, count):
        data = b''
        while len(data) < count:
            piece = self.socket.recv(count - len(data))
            if not piece:
                raise RuntimeError('the display closed the connection')
            data += piece
        return data

    def send(self, opcode, detail, body):
        body += b'\0' * (-len(body) % 4)
        self.socket.sendall(struct.pack('<BBH', opcode, detail, 1 + len(body) // 4) + body)

    def next(self):
        """the next event, reply or error: 32 bytes and what follows them"""
        data = self.read(32)
        return data + self.read(struct.unpack_from('<I', data, 4)[0] * 4) if data[0] == 1 else data

    def atom(self, name):
        self.send(INTERN_ATOM, 0, struct.pack('<Hxx', len(name)) + name.encode())
        while True:
            data = self.next()
            if data[0] == 1:
                return struct.unpack_from('<I', data, 8)[0]
            self.events.append(data)

    def window(self):
        """a window that is not shown"""
        self.send(CREATE_WINDOW, 0, struct.pack('<IIhhHHHHII', self.free_id, self.root, 0, 0, 1, 1, 0, 2, 0, 0))
        return self.free_id

    def message(self, window, kind, *values):
        values = (*values, 0, 0, 0, 0, 0)[:5]
        event = struct.pack('<BBHII5I', CLIENT_MESSAGE, 32, 0, window, self.atom(kind), *values)
        self.send(SEND_EVENT, 0, struct.pack('<II', window, 0) + event)

    def wait_for(self, code):
        while True:
            data = self.events.pop(0) if self.events else self.next()
            if data[0] & 0x7F == code:
                return data


def drop(display_name, window, files):
    """drags the files over the window, and lets them go there"""
    display = Display(display_name)
    source, selection, kind = display.window(), display.atom('XdndSelection'), display.atom('text/uri-list')
    display.send(SET_OWNER, 0, struct.pack('<III', source, selection, NO_TIME))
    display.message(window, 'XdndEnter', source, 5 << 24, kind)
    display.message(window, 'XdndPosition', source, 0, 400 << 16 | 300, NO_TIME, display.atom('XdndActionCopy'))
    status = display.wait_for(CLIENT_MESSAGE)  # XdndStatus: it would take them
    if not struct.unpack_from('<I', status, 16)[0] & 1:
        raise RuntimeError('the window takes no files')
    display.message(window, 'XdndDrop', source, 0, NO_TIME)
    request = display.wait_for(SELECTION_REQUEST)
    _, _, requestor, _, target, into = struct.unpack_from('<6I', request, 4)
    uris = ''.join('file://%s\r\n' % urllib.parse.quote(str(file)) for file in files).encode()
    display.send(CHANGE_PROPERTY, 0, struct.pack('<IIIB3xI', requestor, into, target, 8, len(uris)) + uris)
    event = struct.pack('<BxHIIIII8x', SELECTION_NOTIFY, 0, NO_TIME, requestor, selection, target, into)
    display.send(SEND_EVENT, 0, struct.pack('<II', requestor, 0) + event)
    display.wait_for(CLIENT_MESSAGE)  # XdndFinished
    time.sleep(0.1)
