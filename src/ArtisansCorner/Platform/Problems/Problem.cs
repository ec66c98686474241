namespace ArtisansCorner.Platform.Problems;

/// <summary>A refusal, in the user's words: returned as a value, shown under the field, in problem details or on an import row.</summary>
/// <param name="Code">A stable name for programs, such as “unknown_sku”.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="Field">The path of the field it is about, in C# names (such as “Lines[0].Sku”), or nothing when it is about the whole.</param>
/// <param name="Kind">Which kind of answer it makes.</param>
public sealed record Problem(string Code, string Message, string? Field = null, ProblemKind Kind = ProblemKind.Invalid)
{
    /// <summary>What is to be changed was changed by somebody else since it was looked at.</summary>
    public static Problem Stale => new("stale", "Someone else changed this meanwhile. Look at it again before you save.", Kind: ProblemKind.Stale);
}

/// <summary>The kinds of refusal, each with its HTTP status.</summary>
public enum ProblemKind
{
    /// <summary>422: understood, but it makes no sense here.</summary>
    Invalid,

    /// <summary>404: not in this shop.</summary>
    NotFound,

    /// <summary>409: it contradicts what is already there.</summary>
    Conflict,

    /// <summary>412: it was changed meanwhile.</summary>
    Stale,

    /// <summary>403: this member may not.</summary>
    Forbidden,

    /// <summary>413: more than there is room for.</summary>
    TooLarge,

    /// <summary>429: often enough for now.</summary>
    TooMany,
}
