#!/usr/bin/env bash
# picocli: a misspelt time zone is GMT, and the 45th day of a 13th month is a date
#
# Package:  info.picocli:picocli:4.7.7 (Maven)
# Expected: A value that its type does not know is "Invalid value for option", as it is for ZoneId and
#           LocalDate.
# Seen:     TimeZone, Date and java.sql.Time have converters that take anything near: the zone becomes GMT, date
#           and time roll over.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>info.picocli</groupId><artifactId>picocli</artifactId><version>4.7.7</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=cp.txt >mvn.txt 2>&1 ||
  { cat mvn.txt; exit 1; }
cat >Run.java <<'JAVA'
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class Run {
  @Command static class Tool {
    @Option(names = "--timezone") TimeZone timezone;
    @Option(names = "--zoneid") ZoneId zoneId;
    @Option(names = "--date") Date date;
    @Option(names = "--localdate") LocalDate localDate;
  }

  public static void main(String[] args) {
    for (String arg : new String[] {"--timezone=Europe/Berln", "--zoneid=Europe/Berln", "--date=2026-13-45", "--localdate=2026-13-45"}) {
      Tool tool = new Tool();
      try {
        new CommandLine(tool).parseArgs(arg);
        System.out.println(arg + " is " + (tool.timezone != null ? tool.timezone.getID() : new java.sql.Date(tool.date.getTime())));
      } catch (CommandLine.ParameterException e) {
        System.out.println(arg + " is refused");
      }
    }
  }
}
JAVA
got=$(java -cp "$(cat cp.txt)" Run.java)
want=$(cat <<'SEEN'
--timezone=Europe/Berln is GMT
--zoneid=Europe/Berln is refused
--date=2026-13-45 is 2027-02-14
--localdate=2026-13-45 is refused
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS picocli-lenient-old-types"; else echo "CHANGED picocli-lenient-old-types"; exit 1; fi
