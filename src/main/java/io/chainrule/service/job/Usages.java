package io.chainrule.service.job;

/// How much owners have, as the stores know it.
public interface Usages {

    Usage of(String owner);
}
