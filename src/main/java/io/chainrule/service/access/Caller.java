package io.chainrule.service.access;

/// On whose behalf something is done: to whom it belongs what is made, and what of all that is stored may be known.
///
/// Whoever begins work binds a caller for its duration. Where nobody is bound there is no answer, so that what forgets
/// to ask sees nothing.
public sealed interface Caller {

    /// Somebody with a key.
    ///
    /// @param owner to whom belongs what is made with the key
    record Holder(String owner, Role role) implements Caller {}

    /// Nobody has to say who they are, because no keys are configured: everything is everybody's.
    record Anonymous() implements Caller {}

    /// The service itself: workers, housekeeping, samples.
    record Service() implements Caller {}

    static Caller anonymous() {
        return new Anonymous();
    }

    static Caller service() {
        return new Service();
    }

    /// Who is bound.
    ///
    /// @throws IllegalStateException if nobody is
    static Caller current() {
        return Bound.CALLER.orElseThrow(() -> new IllegalStateException("Nobody says on whose behalf this is done"));
    }

    /// To whom belongs what is made; `""` is nobody in particular.
    default String owner() {
        return switch (this) {
            case Holder holder -> holder.owner();
            case Anonymous _, Service _ -> "";
        };
    }

    /// Whether all that is stored may be known, whoever it belongs to.
    default boolean seesAll() {
        return switch (this) {
            case Holder holder -> holder.role() == Role.OPERATOR;
            case Anonymous _, Service _ -> true;
        };
    }

    /// Does something on behalf of this caller.
    default <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(Bound.CALLER, this).call(work);
    }

    /// Does something on behalf of this caller.
    default void run(Runnable work) {
        ScopedValue.where(Bound.CALLER, this).run(work);
    }
}
