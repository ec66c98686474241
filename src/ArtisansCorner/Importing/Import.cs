using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing;

/// <summary>Where an import stands; stored by number, spoken in lower case.</summary>
public enum ImportStatus
{
    /// <summary>The file is being read and checked; nothing was written.</summary>
    Reading = 1,

    /// <summary>Read: a person may look and apply it.</summary>
    Ready = 2,

    /// <summary>Its sales are being written.</summary>
    Applying = 3,

    /// <summary>All its good rows are in.</summary>
    Done = 4,

    /// <summary>It could not be read, and changed nothing.</summary>
    Failed = 5,

    /// <summary>A person stopped it, and what it had written was taken back.</summary>
    Cancelled = 6,

    /// <summary>A person took it back.</summary>
    Undone = 7,

    /// <summary>What it wrote is being taken back.</summary>
    TakingBack = 8,
}

/// <summary>One uploaded file: recognized, previewed, applied, undoable.</summary>
public sealed class Import : IBelongsToShop
{
    /// <summary>How many characters the sentence may have that says why it failed.</summary>
    public const int LongestError = 1000;

    /// <summary>Its id; the file is kept under it.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>What the file was called.</summary>
    public required string FileName { get; init; }

    /// <summary>How many bytes it has.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the file, to say that the same one was here before.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Where it stands.</summary>
    public ImportStatus Status { get; set; } = ImportStatus.Reading;

    /// <summary>Whether a person asked to stop; the worker looks at this between chunks.</summary>
    public bool StopRequested { get; set; }

    /// <summary>The format it was recognized as, such as “online-retail”.</summary>
    public string? Format { get; set; }

    /// <summary>How sure that is, in percent.</summary>
    public int Confidence { get; set; }

    /// <summary>Rows in the file, as far as it was read.</summary>
    public long Rows { get; set; }

    /// <summary>Rows that are good.</summary>
    public long Accepted { get; set; }

    /// <summary>Rows that are not, each with its reason in the rejected file.</summary>
    public long Rejected { get; set; }

    /// <summary>How many of <see cref="ProgressOf"/> are done in the present step.</summary>
    public long Progress { get; set; }

    /// <summary>How many there are to do in the present step: rows of the file, or sales and refunds while they are taken back.</summary>
    public long ProgressOf { get; set; }

    /// <summary>What it adds and why rows were rejected, as JSON.</summary>
    public string? Plan { get; set; }

    /// <summary>Why it failed, in a sentence.</summary>
    public string? Error { get; set; }

    /// <summary>Until when one worker has it; another may take it over afterwards.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>Which worker has it, or had it last: each time that it is taken up another.</summary>
    public Guid? ClaimedBy { get; set; }

    /// <summary>When the present step began.</summary>
    public DateTimeOffset? StepStartedAt { get; set; }

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who uploaded it.</summary>
    public Guid? CreatedBy { get; init; }

    /// <summary>When it came to an end.</summary>
    public DateTimeOffset? FinishedAt { get; set; }
}
