#!/bin/sh
# Fetches a small file to practise on into the current folder.
set -eu
curl --fail --silent --show-error --output sample.csv https://data.example.org/visitors/2025.csv
echo "sample.csv: $(wc -l < sample.csv) lines"
