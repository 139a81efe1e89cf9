package com.autoclipr.media.encoded;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.DurableFiles;
import com.autoclipr.files.FileFailures;
import com.autoclipr.files.Sha256;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// The file format for coded packets. Big-endian, in this order:
///
/// | bytes | what |
/// |---|---|
/// | 8 | magic, with the version as its last character |
/// | | provenance, see [ProvenanceText] |
/// | 8 each | numbers, as many as the kind of file needs |
/// | 4, n | length of the codec header, the header |
/// | 4 | number of packets |
/// | 25 each | size (4), presentation index (8), decoding index (8), duration (4), key frame (1) |
/// | sizes | data of the packets |
/// | 32 | SHA-256 of everything before |
///
/// Every version begins with a magic and ends with that digest. A file is written under a temporary
/// name, synced and renamed, so that under its own name it is always complete.
final class PacketFile {
    private static final int PACKET_ENTRY_BYTES = 25;
    private static final int DIGEST_BYTES = 32;
    private static final int LARGEST_HEADER_BYTES = 1 << 16;
    private static final int BUFFER_BYTES = 1 << 16;

    private final byte[] magic;
    private final int numberCount;

    /// The content of such a file.
    record Content(
            Provenance provenance, long[] numbers, byte[] header, List<EncodedPacket> packets) {}

    /// Everything before the packets' data.
    private record Head(
            Provenance provenance, long[] numbers, byte[] header, List<PacketEntry> table) {}

    /// The table entry of a packet.
    private record PacketEntry(
            int size, long presentationIndex, long decodingIndex, int duration, boolean keyFrame) {}

    /// Reads the part after the head.
    private interface Body<T> {
        T read(Head head, DataInputStream in) throws IOException;
    }

    /// @param magic 8 ASCII characters
    PacketFile(String magic, int numberCount) {
        this.magic = magic.getBytes(StandardCharsets.US_ASCII);
        this.numberCount = numberCount;
    }

    /// Creates the folder if it is missing.
    void write(DurableFiles files, Path file, Content content) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || file.getFileName() == null) {
            throw new IllegalArgumentException("not a file in a folder: " + file);
        }
        Path partial = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".partial");
        try {
            files.createFolders(folder);
            files.write(partial, out -> writeContent(out, content));
            files.rename(partial, file);
        } catch (IOException e) {
            deleteQuietly(files, partial, e);
            throw FileFailures.writing(file, e);
        }
    }

    private void writeContent(OutputStream raw, Content content) throws IOException {
        MessageDigest digest = Sha256.start();
        DataOutputStream out = new DataOutputStream(new DigestOutputStream(raw, digest));
        out.write(magic);
        ProvenanceText.write(out, content.provenance);
        for (long number : content.numbers) {
            out.writeLong(number);
        }
        out.writeInt(content.header.length);
        out.write(content.header);
        out.writeInt(content.packets.size());
        for (EncodedPacket packet : content.packets) {
            out.writeInt(packet.data().length);
            out.writeLong(packet.presentationIndex());
            out.writeLong(packet.decodingIndex());
            out.writeInt(packet.duration());
            out.writeBoolean(packet.keyFrame());
        }
        for (EncodedPacket packet : content.packets) {
            out.write(packet.data());
        }
        out.flush();
        raw.write(digest.digest());
    }

    Content read(Path file) {
        return read(
                file,
                (head, in) -> {
                    List<EncodedPacket> packets = new ArrayList<>(head.table.size());
                    for (PacketEntry entry : head.table) {
                        packets.add(
                                new EncodedPacket(
                                        readWhole(in, entry.size),
                                        entry.presentationIndex,
                                        entry.decodingIndex,
                                        entry.duration,
                                        entry.keyFrame));
                    }
                    return new Content(head.provenance, head.numbers, head.header, packets);
                });
    }

    EncodedFile check(Path file, EncodedFile.Kind kind) {
        return read(
                file,
                (head, in) -> {
                    for (PacketEntry entry : head.table) {
                        in.skipNBytes(entry.size);
                    }
                    return new EncodedFile(
                            kind, head.provenance, head.table.size(), Files.size(file));
                });
    }

    private <T> T read(Path file, Body<T> body) {
        MessageDigest digest = Sha256.start();
        try (DataInputStream raw =
                        new DataInputStream(
                                new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
                DataInputStream in =
                        new DataInputStream(new DigestedInput(raw, digest, BUFFER_BYTES))) {
            T content = body.read(readHead(in, Files.size(file)), in);
            if (!MessageDigest.isEqual(digest.digest(), raw.readNBytes(DIGEST_BYTES))) {
                throw new IOException("its digest does not match");
            }
            if (raw.read() >= 0) {
                throw new IOException("it continues after its end");
            }
            return content;
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    /// Skipped bytes are read, because they count for the digest.
    private static final class DigestedInput extends DigestInputStream {
        private final byte[] skipped;

        DigestedInput(InputStream in, MessageDigest digest, int bufferBytes) {
            super(in, digest);
            this.skipped = new byte[bufferBytes];
        }

        @Override
        public long skip(long bytes) throws IOException {
            int read = read(skipped, 0, (int) Math.min(bytes, skipped.length));
            return Math.max(0, read);
        }
    }

    /// Whether the file has this magic; false if it cannot be read.
    boolean isNamedBy(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(magic.length), magic);
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether a packet file of any version ends with the digest of its content.
    static boolean isWhole(Path file) {
        MessageDigest digest = Sha256.start();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            String name = new String(in.readNBytes(7), StandardCharsets.US_ASCII);
            digest.update(name.getBytes(StandardCharsets.US_ASCII));
            long left = Files.size(file) - DIGEST_BYTES - 7;
            byte[] block = new byte[BUFFER_BYTES];
            while (left > 0) {
                int read = in.read(block, 0, (int) Math.min(left, block.length));
                if (read < 0) {
                    return false;
                }
                digest.update(block, 0, read);
                left -= read;
            }
            return List.of("ACVIDEO", "ACSOUND").contains(name)
                    && MessageDigest.isEqual(digest.digest(), in.readNBytes(DIGEST_BYTES));
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    /// An exhausted system resource says nothing about the file.
    static FailureException damaged(Path file, IOException cause) {
        if (FileFailures.isTooManyFiles(cause)) {
            return FileFailures.reading(file, cause);
        }
        boolean about =
                !(cause instanceof FileSystemException)
                        || cause instanceof NoSuchFileException
                        || cause instanceof AccessDeniedException;
        return new FailureException(
                Failure.of(about ? FailureKind.STORED_FILE_CORRUPT : FailureKind.INTERNAL_ERROR)
                        .with(Fact.FILE, file.toString())
                        .with(Fact.DETAIL, words(cause)),
                cause);
    }

    private static String words(IOException cause) {
        if (cause instanceof EOFException) {
            return "it ends too early";
        }
        String own = cause.getMessage();
        return own == null || cause.getClass() != IOException.class ? cause.toString() : own;
    }

    private Head readHead(DataInputStream in, long fileBytes) throws IOException {
        if (!Arrays.equals(in.readNBytes(magic.length), magic)) {
            throw new IOException("it has another format");
        }
        Provenance provenance = ProvenanceText.read(in);
        long[] numbers = new long[numberCount];
        for (int i = 0; i < numberCount; i++) {
            numbers[i] = in.readLong();
        }
        byte[] header = readWhole(in, checkedSize(in.readInt(), LARGEST_HEADER_BYTES));
        int packetCount =
                checkedSize(in.readInt(), (int) Math.min(fileBytes / PACKET_ENTRY_BYTES, 1 << 28));
        return new Head(provenance, numbers, header, readTable(in, packetCount, fileBytes));
    }

    /// Memory is allocated only once the table has been checked.
    private static List<PacketEntry> readTable(DataInputStream in, int count, long fileBytes)
            throws IOException {
        List<PacketEntry> entries = new ArrayList<>(count);
        long sum = 0;
        for (int i = 0; i < count; i++) {
            PacketEntry entry =
                    new PacketEntry(
                            checkedSize(in.readInt(), Integer.MAX_VALUE),
                            in.readLong(),
                            in.readLong(),
                            in.readInt(),
                            in.readBoolean());
            sum += entry.size;
            entries.add(entry);
        }
        if (sum > fileBytes) {
            throw new IOException("its packets have " + sum + " bytes, the file has " + fileBytes);
        }
        return entries;
    }

    static int checkedSize(int size, int largest) throws IOException {
        if (size < 0 || size > largest) {
            throw new IOException("a size of " + size + " is none");
        }
        return size;
    }

    static byte[] readWhole(DataInputStream in, int size) throws IOException {
        byte[] bytes = new byte[size];
        in.readFully(bytes);
        return bytes;
    }

    private static void deleteQuietly(DurableFiles files, Path file, IOException e) {
        try {
            files.delete(file);
        } catch (IOException again) {
            e.addSuppressed(again);
        }
    }
}
