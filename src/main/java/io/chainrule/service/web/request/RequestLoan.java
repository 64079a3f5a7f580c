package io.chainrule.service.web.request;

import io.chainrule.learning.specification.BudgetExceededException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// What one request holds of the [RequestMemory], until it is answered.
public final class RequestLoan implements AutoCloseable {

    private static final String ATTRIBUTE = RequestLoan.class.getName();

    private final RequestMemory memory;
    private int held;

    RequestLoan(RequestMemory memory) {
        this.memory = memory;
    }

    void bindTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /// Of the request that this thread answers; empty if it came past the filters.
    public static Optional<RequestLoan> current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes answered
                ? Optional.ofNullable((RequestLoan) answered.getRequest().getAttribute(ATTRIBUTE))
                : Optional.empty();
    }

    /// Takes more, before it is used.
    ///
    /// @throws BudgetExceededException if there will never be so much
    /// @throws io.chainrule.service.web.problem.RefusedException if others hold it
    public void take(long bytes) {
        if (bytes > 0) {
            held += memory.take(bytes, held);
        }
    }

    /// Takes as much more as makes this many bytes with what it holds already.
    ///
    /// @throws BudgetExceededException if there will never be so much
    /// @throws io.chainrule.service.web.problem.RefusedException if others hold it
    public void raiseTo(long bytes) {
        take(bytes - (long) RequestMemory.UNIT * held);
    }

    /// Gives back all but this, once the rest is no longer used.
    public void keepOnly(long bytes) {
        int kept = Math.min(held, RequestMemory.units(bytes));
        memory.giveBack(held - kept);
        held = kept;
    }

    /// Gives back what the question needed, once its answer is about to be written.
    public void keepForAnswer() {
        keepOnly(Demand.OF_HEAVY_WORK);
    }

    /// Waits for something that needs no memory. What the request of this thread holds is given back meanwhile, and
    /// taken again then.
    ///
    /// @throws io.chainrule.service.web.problem.RefusedException if others hold it by then
    public static <X extends Exception> void restWhile(Waiting<X> waiting) throws X {
        var loan = current().orElse(null);
        if (loan == null) {
            waiting.await();
        } else {
            loan.rest(waiting);
        }
    }

    private <X extends Exception> void rest(Waiting<X> waiting) throws X {
        long needed = (long) held * RequestMemory.UNIT;
        close();
        waiting.await();
        take(needed);
    }

    /// Waits for something.
    @FunctionalInterface
    public interface Waiting<X extends Exception> {
        void await() throws X;
    }

    @Override
    public void close() {
        memory.giveBack(held);
        held = 0;
    }
}
