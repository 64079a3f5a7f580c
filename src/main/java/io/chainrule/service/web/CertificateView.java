package io.chainrule.service.web;

import io.chainrule.engine.expression.OneSided;
import io.chainrule.engine.expression.verification.Certificate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Evidence that a gradient is right.
///
/// @param verdict `agree`, `disagree`, `kink` or `undecided`
record CertificateView(String verdict, Map<String, EvidenceView> variables) {

    static CertificateView of(Certificate certificate) {
        var variables = new LinkedHashMap<String, EvidenceView>();
        certificate.variables().forEach((name, entry) -> variables.put(name, EvidenceView.of(entry)));
        return new CertificateView(certificate.verdict().name().toLowerCase(Locale.ROOT), variables);
    }

    /// One derivative, three ways.
    ///
    /// @param errorEstimate how well the finite difference is known
    /// @param oneSided at a kink, the derivatives on both sides
    /// @param detail the verdict in words
    record EvidenceView(
            double reverse,
            double forward,
            double finiteDifference,
            double errorEstimate,
            double relativeError,
            String verdict,
            @Nullable OneSidedView oneSided,
            String detail) {

        static EvidenceView of(Certificate.Entry entry) {
            return new EvidenceView(
                    entry.reverse(),
                    entry.forward(),
                    entry.finiteDifference(),
                    entry.errorEstimate(),
                    entry.relativeError(),
                    entry.verdict().name().toLowerCase(Locale.ROOT),
                    entry.oneSided() == null ? null : OneSidedView.of(entry.oneSided()),
                    entry.detail());
        }
    }

    record OneSidedView(double left, double right) {

        static OneSidedView of(OneSided sides) {
            return new OneSidedView(sides.left(), sides.right());
        }
    }
}
