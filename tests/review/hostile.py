#!/usr/bin/env python3
"""Names and texts that want to be more than text (RELIABILITY F14, F15), given to every command around ledger, certificate
and gate: hostile.py COUNTERSIGNCTL SEED [COUNT]. Whatever a command prints must be UTF-8 without control, bidirectional
or invisible characters, and one JSON document where that was asked for. Prints "NAMES names, OUTPUTS outputs, BAD bad"."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
SEED = int(sys.argv[2])
COUNT = int(sys.argv[3]) if len(sys.argv) > 3 else None

NAMES = [b'"', b'`', b']', b"'", b'a\nb', b'a\rb', b'\x1b[31mred', b'\x1b]52;c;QUJD\x07', b'\xc2\x9b31m', b'\xc2\x85x',
         'a\u202eb'.encode(), 'a\u2066b'.encode(), 'a\u200db'.encode(), '\u0430dmin'.encode(),
         b'<img src=x onerror=alert(1)>', b'=cmd|calc', b'%s%n%1$s', ('\u00e9' * 31 + 'x').encode(), b'-rf', b'\xff\xfe',
         b'\xc3', b'a\tb', b'\x08\x08\x08', b'\x7f', '\u2028'.encode(), b'${HOME}$(id)', b'a|b|c',
         b'](javascript:alert(1))', b'*_~`#', b'%1 %2', b'\xf3\xa0\x81\x81', b'a\xed\xa0\x80b']
HIDDEN = re.compile('[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]')


class Trial:
    def __init__(self, folder):
        self.folder = folder
        self.key = os.path.join(folder, 'key')
        self.work = os.path.join(folder, 'work')
        self.outputs = 0
        self.bad = 0
        self.environment = {**os.environ, 'HOME': folder, 'XDG_STATE_HOME': os.path.join(folder, 'state'),
                            'LC_ALL': 'C.UTF-8'}
        self.environment.pop('SSH_AUTH_SOCK', None)
        subprocess.run(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', self.key, '-C', '\x1b[31mkey\u202e'],
                       check=True)

    def complain(self, what, arguments, text):
        self.bad += 1
        print(what, arguments, repr(text[:300]))

    def run(self, *words, answers_json=False):
        arguments = [w if isinstance(w, bytes) else w.encode() for w in words]
        done = subprocess.run([PROGRAM.encode()] + arguments, cwd=self.work, env=self.environment, timeout=60,
                              stdin=subprocess.DEVNULL, capture_output=True)
        self.outputs += 1
        for raw in (done.stdout, done.stderr):
            try:
                text = raw.decode()
            except UnicodeDecodeError:
                self.complain('not UTF-8', arguments, raw)
                continue
            if HIDDEN.search(text):
                self.complain('hidden characters', arguments, text)
        if done.returncode < 0 or done.returncode == 70:
            self.complain('died', arguments, done.stderr)
        if answers_json:
            try:
                return done.returncode, json.loads(done.stdout)
            except ValueError:
                self.complain('not one JSON document', arguments, done.stdout)
        return done.returncode, {}

    def both(self, *words):
        self.run(*words)
        return self.run(*words, '--json', answers_json=True)

    def name_environment(self, name):
        """A policy whose environment has this name; where it is refused, production stays."""
        path = os.path.join(self.work, 'countersign/policy.toml')
        with open(path, encoding='utf-8') as file:
            policy = file.read()
        try:
            spelled = json.dumps(name.decode())
        except UnicodeDecodeError:
            return b'production'
        with open(path, 'w', encoding='utf-8') as file:
            file.write(policy.replace('"production"', spelled).replace('serial = 1', 'serial = 2'))
        self.both('policy', 'check')
        code, _ = self.run('policy', 'activate', '--json', answers_json=True)
        self.both('policy', 'show')
        return name if code == 0 else b'production'

    def trial(self, name):
        shutil.rmtree(self.work, ignore_errors=True)
        os.makedirs(os.path.join(self.work, 'm'))
        script = b'V1__' + name.replace(b'/', b'_') + b'.sql'
        path = os.path.join(os.fsencode(self.work), b'm', script)
        with open(path, 'wb') as file:
            file.write(b'-- ' + name + b'\nSELECT 1;\n')
        self.run('review', 'init', '--template', 'alone', '--key', self.key, '--as', 'ada', '--name', name, '--json',
                 answers_json=True)
        environment = self.name_environment(name)
        code, opened = self.run('review', 'open', '--env', environment, '--dir', 'm', '--title', name, '--json',
                                '--no-check', answers_json=True)
        if code != 0:
            self.complain('not opened', [environment, name], json.dumps(opened))
            return
        change = opened['change']
        digest = opened['revision']['digest']
        self.both('review', 'vote', change, 'request-changes', '--digest', digest, '-m', name)
        self.both('review', 'comment', change, '--at', b'object:' + name, '-m', name, '--blocking')
        self.both('review', 'comment', change, '--at', script + b':1', '-m', name)
        self.both('review', 'waive', change, name, '--reason', b'a reason that is long enough ' + name, '--until',
                  '2100-01-01')
        self.both('emergency', 'open', change, '--incident', name, '--reason', name)
        os.rename(path, os.path.join(os.fsencode(self.work), b'm', b'V1__x' + script[4:]))
        for words in (['review', 'list'], ['review', 'show', '1'], ['review', 'status', '1'],
                      ['review', 'diff', change, '1..1'], ['review', 'vote', change, name, '--digest', name],
                      ['review', name], ['review', 'show', name], ['review', 'resolve', change, name],
                      ['gate', 'check', '--change', '1', '--env', environment, '--dir', 'm'],
                      ['gate', 'check', '--change', name, '--env', name, '--dir', name],
                      ['gate', 'stage', '--change', '1', '--env', environment, '--dir', 'm', '--out', b'o' + script],
                      ['cert', 'show', name], ['cert', 'issue', change, '--out', b'c' + script],
                      ['key', 'list'], ['key', 'revoke', name], ['ledger', 'head'], ['ledger', 'verify', '--full'],
                      ['ledger', 'export', '--out', b'x' + script], ['ledger', 'verify', '--ledger', b'sqlite:' + name],
                      ['ledger', 'head', '--ledger', b'pg:' + name]):
            self.both(*words)
        self.run('report', 'review', '1', '--format', 'md')
        self.run('report', 'review', '1', '--format', 'html')


def main():
    names = NAMES if COUNT is None else random.Random(SEED).sample(NAMES, COUNT)
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(folder)
        for name in names:
            trial.trial(name)
    print(f'{len(names)} names, {trial.outputs} outputs, {trial.bad} bad')
    return 1 if trial.bad else 0


if __name__ == '__main__':
    sys.exit(main())
