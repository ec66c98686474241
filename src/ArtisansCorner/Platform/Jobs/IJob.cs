namespace ArtisansCorner.Platform.Jobs;

/// <summary>Work by the clock, done by one server at a time.</summary>
public interface IJob
{
    /// <summary>How often it is done.</summary>
    TimeSpan Every { get; }

    /// <summary>Does it once; it may be done again after a crash.</summary>
    Task RunAsync(CancellationToken cancel);
}

/// <summary>When a job is due next; the row by which one server wins it.</summary>
public sealed class JobTurn
{
    /// <summary>The job, by the name of its class.</summary>
    public required string Job { get; init; }

    /// <summary>Not before this instant.</summary>
    public DateTimeOffset DueAt { get; set; }
}
