package io.chainrule.service.store;

import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Metric;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Consecutive epochs as bytes, column by column: the names of the metrics, the number of rows, the epochs'
/// numbers as 4 bytes each, then each metric's values as 8; all little-endian.
final class HistoryBlock {

    private HistoryBlock() {}

    static byte[] write(History.Rows rows) {
        var names = String.join(",", rows.metrics().stream().map(Metric::key).toList())
                .getBytes(StandardCharsets.UTF_8);
        int size = rows.size();
        int columns = rows.metrics().size();
        var block = ByteBuffer.allocate(
                        2 * Integer.BYTES + names.length + size * (Integer.BYTES + columns * Double.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        block.putInt(names.length).put(names).putInt(size);
        for (int number : rows.epochs()) {
            block.putInt(number);
        }
        for (var metric : rows.metrics()) {
            for (double value : rows.column(metric)) {
                block.putDouble(value);
            }
        }
        return block.array();
    }

    static List<Epoch> read(byte[] bytes) {
        var block = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var names = new byte[block.getInt()];
        block.get(names);
        var metrics = Arrays.stream(new String(names, StandardCharsets.UTF_8).split(","))
                .map(Metrics::ofKey)
                .toList();
        int size = block.getInt();
        int numbers = block.position();
        int values = numbers + size * Integer.BYTES;
        var epochs = new ArrayList<Epoch>(size);
        for (int row = 0; row < size; row++) {
            var ofEpoch = new double[metrics.size()];
            for (int column = 0; column < ofEpoch.length; column++) {
                ofEpoch[column] = block.getDouble(values + (column * size + row) * Double.BYTES);
            }
            epochs.add(new Epoch(block.getInt(numbers + row * Integer.BYTES), metrics, ofEpoch));
        }
        return epochs;
    }
}
