# Sourced by ./start and ./verify: points JAVA_HOME to a JDK 25 or later, wherever one lies, or says in one sentence that there is none.

jdk_of() { # FOLDER: prints the main version when a JDK lies there
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  local line
  while IFS= read -r line; do
    if [[ $line =~ ^JAVA_VERSION=\"(1\.)?([0-9]+) ]]; then echo "${BASH_REMATCH[2]}"; return 0; fi
  done <"$1/release"
  return 1
}

jdk_places() {
  [ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME"
  local program folder
  if program="$(command -v javac)"; then
    program="$(readlink -f "$program" 2>/dev/null || echo "$program")"
    echo "${program%/bin/javac}"
  fi
  for folder in ${ISTHMUS_JDKS:-/usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* /opt/*jvm*/* /usr/local/*jdk* /usr/local/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home}; do
    echo "$folder"
  done
}

find_jdk() { # sets JAVA_HOME: what the user chose when it is new enough, else the oldest that is
  local place version best='' best_version=9999 seen='' first=yes
  while IFS= read -r place; do
    if version="$(jdk_of "$place")"; then
      if [ "$version" -ge 25 ] && { [ "$first" = yes ] || [ "$version" -lt "$best_version" ]; }; then
        best="$place" best_version="$version"
        if [ "$first" = yes ]; then break; fi
      fi
      seen="$seen $version ($place)"
    fi
    first=no
  done < <(jdk_places)
  if [ -z "$best" ]; then
    echo "Isthmus needs a JDK 25 or later, and found ${seen:-none}: install one (Temurin 25, for instance) or point JAVA_HOME to it." >&2
    return 1
  fi
  export JAVA_HOME="$best"
}

find_maven() { # refuses when there is none, or one that is too old
  local version
  if ! version="$(mvn -v 2>/dev/null)" || ! [[ $version =~ Apache\ Maven\ ([0-9]+)\.([0-9]+)\.([0-9]+) ]]; then
    echo "Isthmus needs Maven 3.8.7 or later to build, and 'mvn' was not found." >&2
    return 1
  fi
  if [ $((BASH_REMATCH[1] * 1000000 + BASH_REMATCH[2] * 1000 + BASH_REMATCH[3])) -lt 3008007 ]; then
    echo "Isthmus needs Maven 3.8.7 or later to build, and found ${BASH_REMATCH[1]}.${BASH_REMATCH[2]}.${BASH_REMATCH[3]}." >&2
    return 1
  fi
}
