package dev.tick.stub.config;

import dev.tick.spec.document.Fields;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.stub.StubConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The only reader of a stub's configuration file; it gathers all problems of a file before it refuses it. */
public final class ConfigurationReader {
    private final List<Setting> settings;

    /**
     * A reader.
     *
     * @param folder where the files that a configuration names lie
     * @param environment the variables that {@code secret-from} may name
     */
    public ConfigurationReader(Path folder, Map<String, String> environment) {
        settings = StubSettings.all(folder, environment);
    }

    /**
     * Sets what a file says; what it does not say stays.
     *
     * @param file the name used in messages
     * @throws ConfigurationException with a line for each problem
     */
    public void read(String file, String text, StubConfig.Builder config) {
        List<String> problems = new ArrayList<>();
        try {
            read(Fields.gathering(LocatedDocument.parse(file, text), "", problems), config);
        } catch (InvalidDocumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(
                    "config: " + file + " cannot be used:\n  " + String.join("\n  ", problems));
        }
    }

    private void read(Fields fields, StubConfig.Builder config) {
        List<String> known = new ArrayList<>();
        for (Setting setting : settings) {
            known.add(setting.key());
            setting.alias().filter(fields::has).ifPresent(known::add);
        }
        if (!fields.hold(known, List.of())) {
            return;
        }
        for (Setting setting : settings) {
            if (fields.has(setting.key())) {
                setting.file().read(fields, setting.key(), config);
                setting.alias()
                        .filter(fields::has)
                        .ifPresent(alias -> fields.problem(
                                alias,
                                "it is the former name of '" + setting.key() + "', which is there, too; remove it"));
            } else {
                setting.alias()
                        .filter(fields::has)
                        .ifPresent(alias -> setting.file().read(fields, alias, config));
            }
        }
    }
}
