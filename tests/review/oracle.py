#!/usr/bin/env python3
"""An independent judge of reviews: oracle.py EXPORT QUESTIONS.

Reads what `ledger export` wrote and answers the questions from the specification alone, in the plainest way: every
assignment of people to slots is tried. Shares no code with the program. Prints the first disagreement and exits 1.
"""
import base64
import hashlib
import itertools
import json
import sys
import tomllib


def read_export(path):
    events, blobs = [], {}
    with open(path, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            entry = json.loads(line)
            if "blob_b64" in entry:
                data = base64.b64decode(entry["blob_b64"])
                blobs[hashlib.sha256(data).hexdigest()] = data
            else:
                payload = base64.b64decode(entry["payload_b64"])
                event = json.loads(payload)
                event["eid"] = hashlib.sha256(b"countersign/event/1\n" + payload).hexdigest()
                assert event["eid"] == entry["eid"]
                event["seq"], event["recv"] = entry["seq"], entry["recv_us"]
                events.append(event)
    return events, blobs


def seconds(text):
    return int(text[:-1]) * {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}[text[-1]]


class Review:
    def __init__(self, events, blobs, change):
        self.by_id = {event["eid"]: event for event in events}
        activation = [event for event in events if event["kind"] == "policy.activate"][-1]
        self.policy = tomllib.loads(blobs[activation["body"]["policy"]].decode())
        self.people = {name: entry for name, entry in self.policy["person"].items() if not entry.get("machine")}
        self.env = self.policy["env"]["production"]
        self.events = [event for event in events if event["change"] == change and
                       (event["by"] in self.people or event["kind"] not in
                        ("vote", "comment", "resolve", "dismiss"))]
        self.revisions = []
        self.contributors = set()
        for event in self.events:
            if event["kind"] == "revision.add":
                manifest = json.loads(blobs[event["body"]["revision"]])
                self.revisions.append((event["body"]["revision"], manifest))
                self.contributors |= set(manifest["contributors"]) | {event["by"]}
        self.order = {digest: number for number, (digest, _) in enumerate(self.revisions)}
        self.manifest = dict(self.revisions)
        known = set(self.order)
        self.votes = [event for event in self.events if event["kind"] == "vote" and event["body"]["revision"] in known]
        self.strict = self.env.get("separation", "strict") == "strict"
        self.rule = self.env["risk"]["high"]

    def saw(self, later, earlier):
        todo, done = [later["eid"]], set()
        while todo:
            eid = todo.pop()
            if eid == earlier["eid"]:
                return True
            if eid not in done and eid in self.by_id:
                done.add(eid)
                todo += self.by_id[eid]["seen"]
        return False

    def role(self, person, role):
        return role in self.people.get(person, {}).get("roles", [])

    def blocking(self):
        found = set()
        for vote in self.votes:
            kind = vote["body"]["vote"]
            if kind not in ("veto", "request-changes"):
                continue
            veto = kind == "veto" and self.role(vote["by"], "lead")
            lifted = any(other["seq"] > vote["seq"] and other["by"] == vote["by"] and self.saw(other, vote)
                         for other in self.votes)
            dismissers = {event["by"] for event in self.events
                          if event["kind"] == "dismiss" and event["body"]["vote"] == vote["eid"]}
            if veto:
                lifted |= len(dismissers & set(self.policy["admins"]["people"])) >= self.policy["admins"]["threshold"]
            else:
                lifted |= len({person for person in dismissers if self.role(person, "lead")
                               and person not in self.contributors}) >= 2
            if not lifted:
                found.add("veto" if veto else "request-changes")
        return found

    def carries(self, old, new):
        same = all(old[key] == new[key] for key in ("env", "files", "rollback", "runner", "risk"))
        if ("report" in old) != ("report" in new):
            return False
        if "report" in old:
            same = same and all(old["report"][key] == new["report"][key] for key in ("findings", "hazards", "errors"))
        if not same or old["footprint"] != new["footprint"]:
            return False
        if old["base_fp"] == new["base_fp"]:
            return old["result_fp"] == new["result_fp"]
        return self.rule.get("carry") == "base-moved" and bool(new["footprint"])

    def judge(self, digest, now):
        new = self.manifest[digest]
        report = new.get("report", {})
        needed = set(report.get("hazards", [])) & set(self.rule.get("ack", []))
        counting, stale, unacknowledged, old = [], False, False, False
        for person in self.people:
            mine = [vote for vote in self.votes
                    if vote["by"] == person and self.order[vote["body"]["revision"]] <= self.order[digest]]
            if not mine:
                continue
            newest = max(self.order[vote["body"]["revision"]] for vote in mine)
            last = [vote for vote in mine if self.order[vote["body"]["revision"]] == newest][-1]
            if last["body"]["vote"] != "approve":
                continue
            if self.strict and person in self.contributors:
                continue
            if now - last["recv"] > seconds(self.env["vote_age"]) * 1000000:
                old = True
                continue
            if not needed <= set(last["body"]["ack"]):
                unacknowledged = True
                continue
            if any(other["seq"] < last["seq"] and other["by"] == person and other["body"]["vote"] != "approve"
                   and other["body"]["revision"] == last["body"]["revision"] and not self.saw(last, other)
                   for other in self.votes):
                continue
            if last["body"]["revision"] != digest and not self.carries(self.manifest[last["body"]["revision"]], new):
                stale = True
                continue
            counting.append(person)
        slots = self.rule["slots"]
        filled = 0
        for size in range(min(len(slots), len(counting)), -1, -1):
            if any(all(self.role(person, slot) for person, slot in zip(people, chosen))
                   for chosen in itertools.combinations(slots, size)
                   for people in itertools.permutations(counting, size)):
                filled = size
                break
        return counting, filled, self.verdict(digest, now, filled < len(slots), stale, unacknowledged or old)

    def verdict(self, digest, now, unfilled, stale, weak):
        blocking = self.blocking()
        if blocking:
            return "blocked"
        if digest != self.revisions[-1][0] or (unfilled and stale):
            return "stale"
        report = self.manifest[digest].get("report")
        for check in self.env.get("require", []):
            if report is None or (check != "report" and report["checks"].get(check) != "passed"):
                return "blocked"
        for comment in self.events:
            if comment["kind"] == "comment" and comment["body"]["blocking"] and not any(
                    event["kind"] == "resolve" and event["body"]["comment"] == comment["eid"] and
                    (event["by"] == comment["by"] or (self.role(event["by"], "lead")
                                                      and event["by"] not in self.contributors))
                    for event in self.events):
                return "blocked"
        return "pending" if unfilled else "approved"


def main():
    events, blobs = read_export(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as file:
        asked = json.load(file)
    for question in asked["questions"]:
        review = Review([event for event in events if event["seq"] <= question["size"]], blobs, asked["change"])
        counting, filled, verdict = review.judge(question["revision"], question["now"])
        mine = (verdict, sorted(counting), filled)
        theirs = (question["verdict"], question["counting"], question["filled"])
        if mine != theirs:
            print(f"at {question['size']} events, revision {question['revision'][:12]}: "
                  f"the oracle says {mine}, the program {theirs}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
