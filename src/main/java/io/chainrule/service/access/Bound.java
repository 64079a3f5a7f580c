package io.chainrule.service.access;

/// Where the caller of each thread is bound.
final class Bound {

    static final ScopedValue<Caller> CALLER = ScopedValue.newInstance();

    private Bound() {}
}
