package com.autoclipr.libav.pictures;

import com.autoclipr.libav.container.TiffDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.Set;
import javax.imageio.stream.ImageInputStreamImpl;

/// A filtered view of a TIFF for its reader: only the first page, and only checked tags. The reader
/// loads all tags of all pages before it decodes one, however large they are. Does not own the
/// file.
final class TiffView extends ImageInputStreamImpl {
    private final FileChannel file;
    private final long size;
    private final long directoryAt;
    private final byte[] directory;

    /// @param kept tags that the reader sees
    /// @param instead replacement values
    TiffView(TiffDirectory page, Set<Integer> kept, Map<Integer, Integer> instead)
            throws IOException {
        this.file = page.file().file();
        this.size = file.size();
        this.directoryAt = page.at();
        this.directory = page.only(kept, instead);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        int count = file.read(ByteBuffer.wrap(into, offset, length), streamPos);
        if (count > 0) {
            long from = Math.max(streamPos, directoryAt);
            long end = Math.min(streamPos + count, directoryAt + directory.length);
            if (from < end) {
                int source = (int) (from - directoryAt);
                int target = offset + (int) (from - streamPos);
                System.arraycopy(directory, source, into, target, (int) (end - from));
            }
            streamPos += count;
        }
        return count;
    }

    @Override
    public long length() {
        return size;
    }
}
