package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.Permission;
import dev.tick.doccheck.page.Permission.Holder;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Compares the permissions of which a caller needs one. */
final class PermissionComparer implements PageComparer {
    private record Granted(Holder holder, String name, SchemaLocation place) {}

    @Override
    public void compare(DocumentationPage page, DocumentedOperation documented, DriftCollector drifts) {
        SchemaLocation security = security(documented);
        List<Granted> granted = granted(documented, security);
        List<Permission> listed = page.permissions().facts();
        if (listed.isEmpty()) {
            if (!granted.isEmpty()) {
                drifts.notCompared(
                        page.permissions(),
                        String.join(", ", granted.stream().map(Granted::name).toList()),
                        security);
            }
            return;
        }
        for (Permission permission : listed) {
            if (granted.stream().noneMatch(own -> isSame(own, permission))) {
                drifts.added(
                        permission.line(), place(permission.holder(), permission.name()), Subject.SERVER, security);
            }
        }
        for (Granted own : granted) {
            if (listed.stream().noneMatch(permission -> isSame(own, permission))) {
                drifts.removed(page.permissions().line(), place(own.holder(), own.name()), Subject.SERVER, own.place());
            }
        }
    }

    private static boolean isSame(Granted own, Permission listed) {
        return own.holder() == listed.holder() && own.name().equals(listed.name());
    }

    private static String place(Holder holder, String name) {
        return switch (holder) {
            case APPLICATION -> "permission " + name;
            case USER -> "delegated permission " + name;
            case OTHER -> "permission of another type " + name;
        };
    }

    private static SchemaLocation security(DocumentedOperation documented) {
        SchemaLocation own = documented.own().below("security");
        return documented.at(own).isMissingNode() ? SchemaLocation.of("/security") : own;
    }

    private static List<Granted> granted(DocumentedOperation documented, SchemaLocation security) {
        List<Granted> granted = new ArrayList<>();
        for (int i = 0; i < documented.at(security).size(); i++) {
            SchemaLocation alternative = security.below(String.valueOf(i));
            for (Map.Entry<String, JsonNode> scheme : documented.at(alternative).properties()) {
                String at = "/components/securitySchemes/" + LocatedDocument.segment(scheme.getKey());
                JsonNode context = documented.at(SchemaLocation.of(at + "/x-tick-token/context"));
                Holder holder = context.asString("").equals("user") ? Holder.USER : Holder.APPLICATION;
                scheme.getValue()
                        .forEach(name -> granted.add(
                                new Granted(holder, name.asString(""), new SchemaLocation(at, alternative.direct()))));
            }
        }
        return granted;
    }
}
