package io.chainrule.engine.graph;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One value of a computation: a primitive applied to operands.
///
/// Its methods append to the graph. Where two operands meet element by element, the smaller is repeated.
public final class Node {

    private final Graph graph;
    private final int id;
    private final Primitive primitive;
    private final Shape shape;
    private final List<Node> operands;
    private @Nullable Node ties;

    Node(Graph graph, int id, Primitive primitive, Shape shape, List<Node> operands) {
        this.graph = graph;
        this.id = id;
        this.primitive = primitive;
        this.shape = shape;
        this.operands = operands;
    }

    public Graph graph() {
        return graph;
    }

    /// Position in the graph; operands have smaller ones.
    public int id() {
        return id;
    }

    public Primitive primitive() {
        return primitive;
    }

    public Shape shape() {
        return shape;
    }

    public List<Node> operands() {
        return operands;
    }

    /// The operands' shapes, in their order.
    public List<Shape> operandShapes() {
        return shapes(operands);
    }

    static List<Shape> shapes(List<Node> nodes) {
        var shapes = new Shape[nodes.size()];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = nodes.get(i).shape;
        }
        return List.of(shapes);
    }

    public Node operand(int position) {
        return operands.get(position);
    }

    /// A constant of this node's shape.
    public Node constant(double value) {
        return graph.constant(value, shape);
    }

    public Node plus(Node other) {
        return apply(Binary.ADD, other);
    }

    public Node plus(double number) {
        return linear(1, number);
    }

    public Node minus(Node other) {
        return apply(Binary.SUB, other);
    }

    public Node times(Node other) {
        if (isOne() && shape.repeatsTo(other.shape)) {
            return other;
        }
        return other.isOne() && other.shape.repeatsTo(shape) ? this : apply(Binary.MUL, other);
    }

    public Node times(double number) {
        return linear(number, 0);
    }

    public Node over(Node other) {
        return apply(Binary.DIV, other);
    }

    public Node power(Node exponent) {
        return apply(Binary.POW, exponent);
    }

    public Node negate() {
        return apply(Unary.NEG);
    }

    /// slope·this + intercept.
    public Node linear(double slope, double intercept) {
        return slope == 1 && intercept == 0 ? this : graph.apply(new Linear(slope, intercept), this);
    }

    public Node square() {
        return apply(Unary.SQUARE);
    }

    public Node sqrt() {
        return apply(Unary.SQRT);
    }

    public Node exp() {
        return apply(Unary.EXP);
    }

    public Node log() {
        return apply(Unary.LOG);
    }

    public Node sin() {
        return apply(Unary.SIN);
    }

    public Node cos() {
        return apply(Unary.COS);
    }

    public Node sinh() {
        return apply(Unary.SINH);
    }

    public Node cosh() {
        return apply(Unary.COSH);
    }

    public Node tanh() {
        return apply(Unary.TANH);
    }

    public Node sigmoid() {
        return apply(Unary.SIGMOID);
    }

    public Node softplus() {
        return apply(Unary.SOFTPLUS);
    }

    public Node relu() {
        return apply(Unary.RELU);
    }

    public Node hypot(Node other) {
        return apply(Several.HYPOT, other);
    }

    /// This where the condition is not 0, else the other.
    public Node where(Node condition, Node otherwise) {
        return graph.apply(Several.WHERE, condition, this, otherwise);
    }

    /// This where `open` is positive, else 0.
    public Node gate(Node open) {
        return apply(Binary.GATE, open);
    }

    public Node isEqualTo(Node other) {
        return apply(Binary.EQ, other);
    }

    public Node isUnequalTo(Node other) {
        return apply(Binary.NE, other);
    }

    public Node isGreaterThan(Node other) {
        return apply(Binary.GT, other);
    }

    public Node isAtLeast(Node other) {
        return apply(Binary.GE, other);
    }

    public Node matmul(Node other) {
        return matmul(other, false, false);
    }

    public Node matmul(Node other, boolean transposeThis, boolean transposeOther) {
        return graph.apply(new MatMul(transposeThis, transposeOther), this, other);
    }

    /// this·weights + biases, row by row.
    public Node affine(Node weights, Node biases) {
        return graph.apply(new Affine(), this, weights, biases);
    }

    public Node softmax() {
        return graph.apply(new Softmax(), this);
    }

    /// One loss a row of these scores.
    public Node softmaxCrossEntropy(Node probabilities, Node targets) {
        return graph.apply(new SoftmaxCrossEntropy(), this, probabilities, targets);
    }

    /// How many rows of these scores are largest at the one-hot target.
    public Node hits(Node targets) {
        return graph.apply(new Hits(), this, targets);
    }

    /// The sum of all elements.
    public Node total() {
        return sumTo(Shape.scalar());
    }

    public Node sumTo(Shape to) {
        return shape.equals(to) ? this : graph.apply(new Sum(to), this);
    }

    public Node broadcast(Shape to) {
        if (shape.equals(to)) {
            return this;
        }
        return primitive instanceof Source.Constant(double value)
                ? graph.constant(value, to)
                : graph.apply(new Broadcast(to), this);
    }

    /// One column, counted from 0.
    public Node column(int index) {
        return graph.apply(new Column(index), this);
    }

    /// This column as one of several, the others being 0.
    public Node asColumn(int index, int columns) {
        return graph.apply(new AsColumn(index, columns), this);
    }

    public Node apply(Unary function) {
        return graph.apply(function, this);
    }

    /// An elementwise function of this and another operand; the smaller is repeated.
    Node apply(Function function, Node other) {
        return shape.repeatsTo(other.shape)
                ? graph.apply(function, broadcast(other.shape), other)
                : graph.apply(function, this, other.broadcast(shape));
    }

    /// How many operands equal this extreme of them: counted once, however many of their edges ask.
    Node ties(UnaryOperator<Node> count) {
        if (ties == null) {
            ties = count.apply(this);
        }
        return ties;
    }

    Node isPositive() {
        return isGreaterThan(constant(0));
    }

    /// √(1 − x²) as √((1 − x)(1 + x)), which keeps its digits near ±1.
    Node cosineOfArcsine() {
        return linear(-1, 1).times(plus(1)).sqrt();
    }

    /// 1 − tanh² as 4σ(2x)σ(−2x), which keeps small values.
    Node slopeOfTanh() {
        return times(2).sigmoid().times(times(-2).sigmoid()).times(4);
    }

    /// e^min(x, 0).
    Node expOfNegativePart() {
        return negate().relu().negate().exp();
    }

    Node bell() {
        return apply(Unary.BELL);
    }

    Node normalDensity() {
        return apply(Unary.NORMAL_DENSITY);
    }

    Node normalCumulative() {
        return apply(Unary.NORMAL_CUMULATIVE);
    }

    private boolean isOne() {
        return primitive instanceof Source.Constant(double value) && value == 1;
    }

    @Override
    public String toString() {
        return "#" + id + " " + primitive + " " + shape;
    }
}
