#!/usr/bin/env python3
"""Shows that the corpus notices every number of the rules: changes each constant of app/guidance/rules.h by one step, one
at a time, and runs the differential test, which must then fail.

    mutate_constants.py [BUILD]      BUILD is a finished test build, build/test unless given

Only the rules are compiled anew, in a temporary folder. Exit status 1 where a changed constant went unnoticed.
"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONSTANT = re.compile(r'^(constexpr int (\w+) = )(\d+);', re.M)
# Where one step up changes no answer, one step down must.
STEPS = (1, -1)


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True)


def libraries_of_the_tests(build):
    """What the tests are linked with, as the build says it, but for the rules"""
    block = (build / 'build.ninja').read_text().split('\nbuild tests/unknot_tests: ', 1)[1].split('\n\n', 1)[0]
    line = re.search(r'^  LINK_LIBRARIES = (.*)$', block, re.M)[1]
    words = [word for word in line.split() if 'libunknot_guidance' not in word]
    return [str(build / word) if word.endswith('.a') and not word.startswith('/') else word for word in words]


def noticed(build, name, step):
    """None where the changed rules do not compile, else whether the differential test failed"""
    with tempfile.TemporaryDirectory() as folder:
        top = pathlib.Path(folder)
        rules = top / 'app/guidance'
        rules.mkdir(parents=True)
        text = (ROOT / 'app/guidance/rules.h').read_text()
        change = lambda m: f'{m[1]}{int(m[3]) + step};' if m[2] == name else m[0]
        (rules / 'rules.h').write_text(CONSTANT.sub(change, text))
        # One translation unit: the headers are read once.
        together = top / 'rules.cpp'
        sources = sorted((ROOT / 'app/guidance').glob('*.cpp'))
        together.write_text(''.join(f'#include "{source}"\n' for source in sources))
        objects = [top / 'rules.o']
        done = run('c++', '-std=c++20', '-O1', f'-I{top}', f'-I{ROOT}', f'-I{build}/generated', '-c', together, '-o', objects[0])
        if done.returncode:
            return None
        tests = sorted((build / 'tests/CMakeFiles/unknot_tests.dir').rglob('*.o'))
        done = run('c++', '-o', top / 'tests', *tests, *objects, *libraries_of_the_tests(build))
        if done.returncode:
            sys.exit(done.stderr[-2000:])
        return run(top / 'tests', '[corpus]').returncode != 0


def main():
    build = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / 'build/test').resolve()
    names = [match[2] for match in CONSTANT.finditer((ROOT / 'app/guidance/rules.h').read_text())]
    unnoticed = []
    if noticed(build, '', 0) is not False:
        sys.exit('the unchanged rules do not compile as one file, or do not pass')

    def first_noticed(name):
        return next((step for step in STEPS if noticed(build, name, step)), None)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, step in zip(names, pool.map(first_noticed, names)):
            print(f'{name}: ' + ('not noticed' if step is None else f'{step:+d} noticed'), flush=True)
            if step is None:
                unnoticed.append(name)
    print(f'{len(names) - len(unnoticed)} of {len(names)} constants noticed')
    sys.exit(1 if unnoticed else 0)


if __name__ == '__main__':
    main()
