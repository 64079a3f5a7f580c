#!/usr/bin/env python3
"""Trains a network through the service, and loads its history into a data frame.

Usage: python3 train.py [http://localhost:8080]
"""

import os
import sys

import pandas
import requests

ADDRESS = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8080"
FINAL = {"succeeded", "failed", "cancelled"}


def checked(response):
    """The JSON of an answer; a refusal says what is wrong and what to do."""
    if not response.ok:
        problem = response.json()
        sys.exit(f"{problem['code']}: {problem['detail']}\n{problem['fix']}")
    return response.json()


with requests.Session() as session:
    if "CHAINRULE_KEY" in os.environ:
        session.headers["Authorization"] = f"Bearer {os.environ['CHAINRULE_KEY']}"

    points = pandas.DataFrame({"x": range(40)}).assign(y=lambda rows: rows.x % 7, label=lambda rows: rows.x.gt(19).map({True: "late", False: "early"}))
    dataset = checked(session.post(f"{ADDRESS}/v1/datasets", params={"name": "points"}, headers={"Content-Type": "text/csv"}, data=points.to_csv(index=False)))

    job = checked(session.post(f"{ADDRESS}/v1/training-jobs", json={
        "name": "late or early", "dataset": dataset["id"], "model": {"type": "mlp", "hidden": [4]},
        "standardize": True, "optimizer": {"type": "adam", "learningRate": 0.05}, "epochs": 200, "seed": 42}))

    while job["state"] not in FINAL:  # the answer waits until something has changed
        job = checked(session.get(f"{ADDRESS}/v1/training-jobs/{job['id']}", headers={"Prefer": "wait=20"}))
    print(job["state"], job["latest"])

    history = checked(session.get(f"{ADDRESS}/v1/training-jobs/{job['id']}/history"))
    frame = pandas.DataFrame({name: values for name, values in history.items() if isinstance(values, list)}).set_index("epoch")
    print(frame[["trainLoss", "trainAccuracy"]].iloc[[0, 9, 99, -1]].round(4))

    rows = [{"x": 3, "y": 3}, {"x": 33, "y": 5}]
    prediction = checked(session.post(f"{ADDRESS}/v1/models/{job['model']}/predictions", json={"rows": rows}))
    print(pandas.DataFrame(rows).assign(label=prediction["labels"]))
