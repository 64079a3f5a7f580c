package io.chainrule.service.web.problem;

import io.chainrule.learning.specification.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Every problem an answer can name: its status, title, meaning, usual causes, and what to do about it.
public enum ProblemCode {
    MALFORMED_JSON(
            400,
            "The body is not valid JSON",
            "The body could not be read as JSON, so nothing was done. The detail names line and column.",
            "Correct the body at the line and column that the detail names",
            "a trailing comma, a single quote or a missing bracket",
            "a name that occurs twice in one object",
            "an empty body, or one cut off on its way"),
    MALFORMED_REQUEST(
            400,
            "The request is not valid HTTP",
            "The request line, the headers or the encoding of the address could not be read, so nothing was done.",
            "Percent-encode what is special in an address, and keep headers short",
            "a space, bracket or bar in an address that is not percent-encoded",
            "a header or an address that is too long"),
    INVALID_PARAMETER(
            400,
            "A parameter is not valid",
            "A parameter behind the question mark is unknown here, occurs twice, or has a value out of its range; or a "
                    + "header that works like one cannot be read.",
            "Correct the parameters that errors names",
            "a spelling mistake: unknown parameters are refused rather than ignored",
            "a value that is no number, or not one of the listed ones",
            "a Last-Event-ID that is not the id of an event, or an Idempotency-Key that is too long"),
    INVALID_PAGE_TOKEN(
            400,
            "The page token is not valid",
            "A pageToken can only be taken from the nextPageToken of a list; this one is not from there.",
            "Ask for the first page without pageToken and follow nextPageToken",
            "a token that was shortened, edited or taken from another list"),
    MISSING_API_KEY(
            401,
            "An API key is needed",
            "This service answers only requests with an API key.",
            "Send the header: Authorization: Bearer <key>",
            "a request without Authorization header"),
    INVALID_API_KEY(
            401,
            "The API key is not valid",
            "The key in the Authorization header is not one of this service's.",
            "Check the key for missing characters, or ask the operator for a new one",
            "a key that was shortened or withdrawn"),
    FORBIDDEN(
            403,
            "This is not allowed",
            "The request was understood, but what it asks for is not allowed.",
            "Ask for something of your own; samples, for example, stay as they are",
            "deleting a sample",
            "writing with a read-only key"),
    NOT_FOUND(
            404,
            "There is nothing here",
            "Nothing has this address: the path is unknown, or there is nothing of this id (any more).",
            "Follow the links of GET /v1 and of its lists",
            "a spelling mistake in path or id",
            "something that has been deleted",
            "the id of another owner"),
    METHOD_NOT_ALLOWED(
            405,
            "This address does not know the method",
            "The address exists, but not for this method. The header Allow lists those it knows.",
            "Use one of the methods in the Allow header",
            "a POST to a single thing, or a DELETE to a list"),
    NOT_ACCEPTABLE(
            406,
            "There is no such representation",
            "The Accept header or format parameter asks for a media type that this address cannot answer.",
            "Accept one of the media types that the detail lists",
            "a browser's Accept header at an address that has no HTML",
            "a picture of something that has none"),
    REQUEST_TIMEOUT(
            408,
            "The request did not arrive in time",
            "The body stood still, or came more slowly than any client would send it, so the connection was closed.",
            "Send without pauses, and as many bytes as Content-Length says",
            "a Content-Length that is larger than the body",
            "a body that is produced while it is sent"),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body's media type is not supported",
            "The Content-Type (or Content-Encoding) of the body is not one that this address reads.",
            "Set the Content-Type header to one of those that the detail lists",
            "curl -d without -H 'Content-Type: application/json'",
            "a compressed body"),
    STATE_CONFLICT(
            409,
            "The state does not allow this",
            "What was asked for is impossible in the state that state names; allowedActions lists what is possible.",
            "Read the job again and choose one of allowedActions",
            "cancelling a job that has finished meanwhile",
            "deleting a job that is not finished",
            "asking for the decision boundary of a job that was stopped before its first frame",
            "measuring a model on its own dataset after that was deleted"),
    NOT_READY(
            409,
            "This is not there yet",
            "What was asked for comes into being while the job runs, and it has not come so far.",
            "Ask again after the seconds in Retry-After",
            "asking for a decision boundary before the first frame"),
    DATASET_IN_USE(
            409,
            "The dataset is in use",
            "An unfinished job still needs the dataset, so it cannot be deleted now.",
            "Wait for the jobs that use it, or cancel them",
            "a queued or running job on this dataset"),
    IDEMPOTENCY_IN_PROGRESS(
            409,
            "The same request is still being worked on",
            "Another request with the same Idempotency-Key has not been answered yet.",
            "Wait a second and send it again",
            "a client that retries before its timeout"),
    BODY_TOO_LARGE(
            413,
            "The body is too large",
            "The body has more bytes than limitBytes, so it was not read to its end.",
            "Send less: fewer rows or columns, or several requests",
            "a dataset beyond the limit",
            "a file of another kind"),
    INVALID_SPEC(
            422,
            "The request does not say something that can be done",
            "The body is JSON, but not what this address needs: errors names each place with what is wrong there.",
            "Correct the places that errors names",
            "an unknown or misspelled field",
            "a value of the wrong type or out of its range: \"10\" is no integer",
            "the id of a dataset that does not exist"),
    EXPRESSION_SYNTAX(
            422,
            "The expression cannot be read",
            "The expression breaks the grammar at position; expected says what could stand there.",
            "Correct the expression at position",
            "2x instead of 2*x",
            "a parenthesis that is never closed",
            "** instead of ^"),
    UNKNOWN_NAME(
            422,
            "A name in the expression means nothing here",
            "The expression calls a function, or wrt names a variable, that does not exist.",
            "Use the nearest name that the detail suggests, or one of the known ones",
            "a spelling mistake in a function's name"),
    MISSING_VARIABLE(
            422,
            "A variable has no value",
            "Every variable of the expression needs a value: in at, or in start or constants of a minimization.",
            "Give the variables that the detail names a value where errors points to",
            "a variable that was added to the expression only"),
    EXPRESSION_TOO_COMPLEX(
            422,
            "The expression is too large",
            "The expression has more characters, levels of nesting, nodes or variables than the limit.",
            "Shorten or split the expression",
            "more than 200 nested parentheses",
            "a generated expression"),
    DATASET_INVALID(
            422,
            "The dataset cannot be read",
            "The data have mistakes, and nothing was stored. errors names up to 20 of them with row and column.",
            "Correct the cells that errors names",
            "rows of different length",
            "a quote that is never closed",
            "a target column that does not exist"),
    BUDGET_EXCEEDED(
            422,
            "This would take too much",
            "The estimate of time or memory is beyond the limit, so the work was not begun.",
            "Ask for less, as the fix says",
            "too many epochs for the size of the data",
            "a grid or model that is too large"),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The Idempotency-Key was used for another request",
            "A key stands for one request; this one came with another address, query, media type or body before.",
            "Use a new key for a new request",
            "a key that is fixed in a script",
            "a body that is put together anew for each try, in another order or with another time"),
    NOT_EXPORTABLE(
            422,
            "The model cannot be exported",
            "The model has a node for which the format has no equivalent; the detail names it.",
            "Ask for float32, or use the predictions endpoint",
            "float64 where only float32 is defined"),
    RATE_LIMITED(
            429,
            "Too many requests",
            "More requests came than the limit allows for a while.",
            "Wait as long as Retry-After says",
            "polling without a pause"),
    QUOTA_EXCEEDED(
            429,
            "The quota is used up",
            "As many jobs or bytes as are allowed exist already.",
            "Wait for jobs to finish, or delete what is not needed",
            "many queued jobs"),
    INTERNAL(
            500,
            "The service made a mistake",
            "This is a bug of the service, not of the request. Its log has the cause under errorId.",
            "Report the errorId to the operator",
            "a bug"),
    DATABASE_UNAVAILABLE(
            503,
            "The database does not answer",
            "The service cannot reach its database at the moment. Jobs go on as soon as it is back.",
            "Send the request again after the seconds in Retry-After",
            "a database that restarts"),
    SHUTTING_DOWN(
            503,
            "The service is shutting down",
            "The service is about to stop and takes no new work.",
            "Send the request again after the seconds in Retry-After",
            "a new version being installed"),
    OVERLOADED(
            503,
            "The service is busy",
            "There is too much work at the moment for this request.",
            "Send the request again after the seconds in Retry-After",
            "many large requests at once"),
    STORAGE_FULL(
            507,
            "There is no space left",
            "The database cannot keep anything more. Reading still works.",
            "Delete datasets and jobs that are not needed, or ask the operator",
            "a full disk");

    private final int status;
    private final String title;
    private final String meaning;
    private final String fix;
    private final List<String> causes;

    ProblemCode(int status, String title, String meaning, String fix, String... causes) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.fix = fix;
        this.causes = List.of(causes);
    }

    public static Optional<ProblemCode> of(String code) {
        return Arrays.stream(values())
                .filter(known -> known.code().equals(code))
                .findFirst();
    }

    /// As it stands in answers and in the address of its page.
    public String code() {
        return Wording.kebabCase(name());
    }

    /// Whether the same request may well succeed a little later; answers then say when to try.
    public boolean isTransient() {
        return status == 429 || status == 503 || this == NOT_READY || this == IDEMPOTENCY_IN_PROGRESS;
    }

    public String type() {
        return "/problems/" + code();
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    public String fix() {
        return fix;
    }

    public List<String> causes() {
        return causes;
    }
}
