package dev.retinue.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The folder of everything that Retinue keeps on this machine. It is made when it is needed; only its owner reads it. */
public record DataDirectory(Path path) {

    private static final int SECRET_BYTES = 32;

    public DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** Where a file or folder of that name stands, or can be made. */
    Path resolve(String name) throws IOException {
        makePrivate(path);
        return path.resolve(name);
    }

    /** A folder of that name, which only the owner enters, wherever the operator has made the one around it. */
    Path folder(String name) throws IOException {
        var folder = resolve(name);
        makePrivate(folder);
        return folder;
    }

    /** A file of that name, which only the owner reads; empty where it is new. Of two who make it at once, one does. */
    public Path file(String name) throws IOException {
        var file = resolve(name);
        try {
            return Files.createFile(
                    file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            return file;
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** A random text that stays the same: made when it is first asked for, and kept in a file of that name. */
    public String secret(String name) throws IOException {
        var file = resolve(name);
        if (!Files.exists(file)) {
            writeOnce(file, random());
        }
        return Files.readString(file).strip();
    }

    /** Whole or not at all, and the first of two who write at once wins. */
    private void writeOnce(Path file, String text) throws IOException {
        var draft = Files.createTempFile(path, "secret-", "");
        try {
            Files.writeString(draft, text + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static String random() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
