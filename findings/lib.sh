# Functions of the findings; see README.md. To be sourced.

# Ends with 2: the finding could not be tried.
cannot() {
    echo "not tried: $*" >&2
    exit 2
}

# Names the tools that a finding uses.
need() {
    local tool
    for tool in "$@"; do
        command -v "$tool" > /dev/null || cannot "$tool is not installed"
    done
}

# Makes $folder, which is removed when the finding ends.
folder() {
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
}

# Prints what was expected and what was seen, and compares that with what the finding describes.
finding() {
    local version=$1 expected=$2 described=$3 seen=$4
    printf 'version:  %s\nexpected: %s\nseen:     %s\n' "$version" "$expected" "$seen"
    if [ "$seen" = "$described" ]; then
        exit 0
    fi
    printf 'changed: described as %s\n' "$described" >&2
    exit 1
}
