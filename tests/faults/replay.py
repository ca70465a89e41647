"""Power cuts: what a disk may hold after any prefix of the calls that preload.cpp recorded.

A disk keeps what was synced: a file's bytes and size by a sync of the file, its name by a sync of the folder. Of the rest
anything may be there: each 512-byte sector of a write by itself, changes of names in their order up to some point.
"""
import random
from pathlib import Path

SECTOR = 512


class Disk:
    """Files by inode; names apart from them, as on a real disk."""

    def __init__(self, folder):
        self.files, self.names, self.folders = {}, {}, {str(folder)}
        self.last = 0
        for path in sorted(Path(folder).rglob('*')):
            if path.is_dir():
                self.folders.add(str(path))
            else:
                self.names[str(path)] = self.add(path.read_bytes())

    def add(self, content=b''):
        self.last += 1
        self.files[self.last] = bytearray(content)
        return self.last

    def copy(self):
        other = Disk.__new__(Disk)
        other.files = {inode: bytearray(content) for inode, content in self.files.items()}
        other.names, other.folders, other.last = dict(self.names), set(self.folders), self.last
        return other

    def rename(self, change):
        op, path, to = change['op'], change['path'], change.get('to')
        if op == 'create':
            self.names[path] = change['inode']
            self.files.setdefault(change['inode'], bytearray())
        elif op == 'mkdir':
            self.folders.add(path)
        elif op == 'unlink':
            self.names.pop(path, None)
        elif op == 'link' and path in self.names:
            self.names[to] = self.names[path]
        elif op == 'rename' and path in self.names:
            self.names[to] = self.names.pop(path)
        elif op == 'exchange' and path in self.names and to in self.names:
            self.names[path], self.names[to] = self.names[to], self.names[path]

    def write(self, change, sectors=None):
        content = self.files.setdefault(change['inode'], bytearray())
        if change['op'] == 'truncate':
            size = change['size']
            content[size:] = bytes(max(0, size - len(content)))
            return
        data, at = change['data'], change['at']
        for begin in range(0, len(data), SECTOR):
            if sectors is not None and not sectors(begin):
                continue
            piece = data[begin:begin + SECTOR]
            if len(content) < at + begin:
                content.extend(bytes(at + begin - len(content)))
            content[at + begin:at + begin + len(piece)] = piece

    def lay_out(self, original, folder):
        """writes the files below another folder; True where that differs from nothing"""
        folder = Path(folder)
        for path in sorted(self.folders):
            place = folder / Path(path).relative_to(original)
            place.mkdir(parents=True, exist_ok=True)
        for path, inode in self.names.items():
            place = folder / Path(path).relative_to(original)
            if not place.parent.is_dir():
                continue
            place.write_bytes(self.files.get(inode, b''))
            place.chmod(0o600)

    def key(self):
        return hash((tuple(sorted((p, bytes(self.files.get(i, b''))) for p, i in self.names.items())),
                     tuple(sorted(self.folders))))


def with_inodes(disk, events):
    """gives each event the inode that it is about, which names alone do not tell once a file was renamed"""
    live = disk.copy()
    done = []
    for event in events:
        event = dict(event)
        op = event['op']
        if op == 'create':
            event['inode'] = live.add()
            disk.last = live.last
        if op == 'write':
            event['data'] = bytes.fromhex(event['data'])
        if op in ('write', 'truncate') or (op == 'sync' and event['path'] in live.names):
            if event['path'] not in live.names:
                continue
            event['inode'] = live.names[event['path']]
        if op in ('create', 'mkdir', 'unlink', 'link', 'rename', 'exchange'):
            live.rename(event)
        elif op in ('write', 'truncate'):
            live.write(event)
        done.append(event)
    return done


def states(folder, events, torn, seed):
    """(events so far, was it acknowledged, a disk as it may be then) for every prefix: nothing of what was not synced, all
    of it, and `torn` random parts"""
    base = Disk(folder)
    events = with_inodes(base, events)
    chance = random.Random(seed)
    data, names, said = [], [], False
    for position in range(len(events) + 1):
        for which in ['none', 'all'] + ['torn'] * torn:
            disk = base.copy()
            kept = {'none': 0, 'all': len(names)}.get(which, chance.randint(0, len(names)))
            for change in names[:kept]:
                disk.rename(change)
            for change in data if which != 'none' else []:
                if which == 'all':
                    disk.write(change)
                elif change['op'] == 'truncate':
                    if chance.random() < 0.5:
                        disk.write(change)
                else:
                    disk.write(change, lambda begin: chance.random() < 0.5)
            yield position, said, disk
        if position == len(events):
            return
        event = events[position]
        op = event['op']
        if op == 'say':
            said = True
        elif op == 'sync' and 'inode' in event:
            for change in data:
                if change['inode'] == event['inode']:
                    base.write(change)
            data = [change for change in data if change['inode'] != event['inode']]
        elif op == 'sync':
            def of_folder(change):
                return event['path'] in (str(Path(change['path']).parent), str(Path(change.get('to', change['path'])).parent))
            for change in names:
                if of_folder(change):
                    base.rename(change)
            names = [change for change in names if not of_folder(change)]
        elif op in ('write', 'truncate'):
            data.append(event)
        else:
            names.append(event)
