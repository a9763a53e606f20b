package org.santral.server.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Entries that are not on the disk yet, encoded one behind the other, each with the call it belongs to.
final class Pending {
    private static final int ROOM = 1 << 16;
    private static final int TOO_MUCH_ROOM = 1 << 20;

    private ByteBuffer bytes = ByteBuffer.allocate(ROOM);
    private int[] ends = new int[256];
    private @Nullable Object[] owners = new @Nullable Object[256];
    private int count;

    void add(Entry.Kind kind, byte[] text, @Nullable Object owner) {
        int size = Segment.size(text);
        if (bytes.remaining() < size) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(bytes.capacity() * 2, bytes.position() + size));
            bytes = larger.put(bytes.flip());
        }
        Segment.encode(kind, text, bytes);
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            owners = Arrays.copyOf(owners, count * 2);
        }
        ends[count] = bytes.position();
        owners[count] = owner;
        count++;
    }

    int entries() {
        return count;
    }

    int size() {
        return bytes.position();
    }

    /// All of them, to be read once; what is added meanwhile is not in it.
    ByteBuffer written() {
        return bytes.duplicate().flip();
    }

    void clear() {
        bytes = bytes.capacity() > TOO_MUCH_ROOM ? ByteBuffer.allocate(ROOM) : bytes.clear();
        Arrays.fill(owners, 0, Math.min(count, owners.length), null);
        count = 0;
    }

    /// Forgets what a replay could do without: what stands there for the story alone, and what belongs to an
    /// owner that is not needed.
    ///
    /// @return how many entries were forgotten
    int keepOnly(Predicate<Object> needed) {
        ByteBuffer all = bytes.duplicate().flip();
        int[] oldEnds = ends.clone();
        @Nullable Object[] oldOwners = owners.clone();
        int before = count;
        ByteBuffer kept = ByteBuffer.allocate(bytes.capacity());
        int left = 0;
        int start = 0;
        for (int i = 0; i < before; i++) {
            Object owner = oldOwners[i];
            if (Segment.isReplayed(all, start) && (owner == null || needed.test(owner))) {
                kept.put(all.slice(start, oldEnds[i] - start));
                ends[left] = kept.position();
                owners[left] = owner;
                left++;
            }
            start = oldEnds[i];
        }
        Arrays.fill(owners, left, before, null);
        bytes = kept;
        count = left;
        return before - left;
    }
}
