package io.chainrule.learning.training;

/// Falls whenever the loss has not improved for some epochs.
final class PlateauRate implements LearningRate {

    private final Patience patience;
    private final double factor;
    private double rate;

    PlateauRate(ScheduleSpec.Plateau spec, double rate) {
        this.patience = new Patience(spec.patience(), 0, Patience.Goal.LOWER);
        this.factor = spec.factor();
        this.rate = rate;
    }

    @Override
    public double of(int epoch) {
        return rate;
    }

    @Override
    public void observe(double loss) {
        patience.observe(loss);
        if (patience.isOver()) {
            rate *= factor;
            patience.renew();
        }
    }

    @Override
    public void save(StateWriter state) {
        patience.save(state);
        state.put(rate);
    }

    @Override
    public void restore(StateReader state) {
        patience.restore(state);
        rate = state.getDouble();
    }
}
