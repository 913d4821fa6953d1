package dev.tick.conformance.ledger;

import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The access rights of what its owner alone may read; where the file system knows no rights of POSIX, those that it gives. */
final class OwnerOnly {
    private OwnerOnly() {}

    static FileAttribute<?>[] file(Path at) {
        return rights(at, "rw-------");
    }

    static FileAttribute<?>[] folder(Path at) {
        return rights(at, "rwx------");
    }

    private static FileAttribute<?>[] rights(Path at, String rights) {
        FileSystem system = at.getFileSystem();
        return system.supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
