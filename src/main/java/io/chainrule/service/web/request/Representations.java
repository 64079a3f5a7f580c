package io.chainrule.service.web.request;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/// What one address can be answered as. The first is answered to whoever takes anything.
public record Representations(List<MediaType> offered) {

    public static Representations of(MediaType... offered) {
        return new Representations(List.of(offered));
    }

    /// The representation that the `Accept` header prefers: the one of highest quality, then the one that is named most
    /// exactly, then the one that is named first.
    public MediaType choose(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        var accepted = accepted(request);
        return offered.stream()
                .flatMap(offer -> Claim.of(offer, accepted).stream())
                .min(Claim.BEST_FIRST)
                .map(Claim::offer)
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(offered));
    }

    /// What the header says about an offer, which is what the most specific range says that includes it.
    private record Claim(MediaType offer, double quality, int place) {

        static final Comparator<Claim> BEST_FIRST =
                comparingDouble((Claim claim) -> -claim.quality).thenComparingInt(Claim::place);

        /// @param accepted the most specific first
        static Optional<Claim> of(MediaType offer, List<MediaType> accepted) {
            for (int i = 0; i < accepted.size(); i++) {
                var range = accepted.get(i);
                if (range.includes(offer)) {
                    return Optional.of(new Claim(offer, range.getQualityValue(), i))
                            .filter(claim -> claim.quality > 0);
                }
            }
            return Optional.empty();
        }
    }

    private static List<MediaType> accepted(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        try {
            var types = new ArrayList<MediaType>();
            for (var header : Collections.list(request.getHeaders(HttpHeaders.ACCEPT))) {
                types.addAll(MediaType.parseMediaTypes(header));
            }
            types.sort(comparingInt(Representations::wildcards));
            return types.isEmpty() ? List.of(MediaType.ALL) : types;
        } catch (InvalidMediaTypeException unreadable) {
            throw new HttpMediaTypeNotAcceptableException(
                    "Could not parse the Accept header: " + unreadable.getMessage());
        }
    }

    private static int wildcards(MediaType range) {
        return (range.isWildcardType() ? 1 : 0) + (range.isWildcardSubtype() ? 1 : 0);
    }
}
