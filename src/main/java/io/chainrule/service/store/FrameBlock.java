package io.chainrule.service.store;

import io.chainrule.service.job.Frame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Frames that were written together as bytes: what their models have in common as text, its length before it, the
/// number of frames and their epochs as 4 bytes each, then the parameters of each, as 8 bytes a value; all
/// little-endian.
final class FrameBlock {

    private FrameBlock() {}

    static byte[] write(List<Frame> frames) {
        var description = ModelDescription.write(frames.getFirst().model()).getBytes(StandardCharsets.UTF_8);
        var parameters = frames.stream()
                .map(frame -> frame.model().parameters().toBytes())
                .toList();
        int values = parameters.stream().mapToInt(bytes -> bytes.length).sum();
        var block = ByteBuffer.allocate((2 + frames.size()) * Integer.BYTES + description.length + values)
                .order(ByteOrder.LITTLE_ENDIAN);
        block.putInt(description.length).put(description).putInt(frames.size());
        frames.forEach(frame -> block.putInt(frame.epoch()));
        parameters.forEach(block::put);
        return block.array();
    }

    /// The frame of an epoch, if the block has it.
    static Optional<Frame> read(byte[] bytes, int epoch) {
        var block = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var description = new byte[block.getInt()];
        block.get(description);
        var epochs = new int[block.getInt()];
        for (int frame = 0; frame < epochs.length; frame++) {
            epochs[frame] = block.getInt();
        }
        var parameters = new byte[block.remaining() / epochs.length];
        for (int found : epochs) {
            block.get(parameters);
            if (found == epoch) {
                var text = new String(description, StandardCharsets.UTF_8);
                return Optional.of(new Frame(epoch, ModelDescription.read(text, parameters)));
            }
        }
        return Optional.empty();
    }
}
