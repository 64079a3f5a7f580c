package io.chainrule.learning.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// All that a model has learned, in layer order, one array a tensor.
public final class Parameters {

    private final List<Tensor> tensors;

    public Parameters(List<Tensor> tensors) {
        this.tensors = List.copyOf(tensors);
    }

    public List<Tensor> tensors() {
        return tensors;
    }

    public Tensor tensor(String name) {
        return tensors.stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no tensor " + name));
    }

    /// The live arrays, in order.
    public double[][] arrays() {
        return tensors.stream().map(Tensor::values).toArray(double[][]::new);
    }

    /// Those tensors that an optimizer changes, in order.
    public List<Tensor> learned() {
        return tensors.stream().filter(tensor -> tensor.role().isLearned()).toList();
    }

    /// The live arrays of [#learned].
    public double[][] learnedArrays() {
        return learned().stream().map(Tensor::values).toArray(double[][]::new);
    }

    public int count() {
        return tensors.stream().mapToInt(tensor -> tensor.values().length).sum();
    }

    public Parameters copy() {
        return new Parameters(tensors.stream().map(Tensor::copy).toList());
    }

    /// All values in order, 8 bytes each, little-endian.
    public byte[] toBytes() {
        var bytes =
                ByteBuffer.allocate(Math.multiplyExact(count(), Double.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        tensors.forEach(tensor -> {
            bytes.asDoubleBuffer().put(tensor.values());
            bytes.position(bytes.position() + tensor.values().length * Double.BYTES);
        });
        return bytes.array();
    }

    /// Tensors of the same names and shapes, with the values of `bytes`.
    public Parameters withBytes(byte[] bytes) {
        if (bytes.length != count() * Double.BYTES) {
            throw new IllegalArgumentException(
                    "%d parameters take %d bytes but got %d".formatted(count(), count() * Double.BYTES, bytes.length));
        }
        var values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        var read = copy();
        read.tensors.forEach(tensor -> values.get(tensor.values()));
        return read;
    }

    /// `sha256:` and the digest of [#toBytes]: equal for equal bits.
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(toBytes());
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
