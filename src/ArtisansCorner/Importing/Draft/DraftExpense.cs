namespace ArtisansCorner.Importing.Draft;

/// <summary>An expense of a file, before it is written. Amounts are minor units.</summary>
internal sealed class DraftExpense : DraftFact
{
    /// <summary>The day it was paid.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Who was paid.</summary>
    public string? Payee { get; init; }

    /// <summary>What it was for.</summary>
    public required string Category { get; init; }

    /// <summary>How much, tax included.</summary>
    public required long Amount { get; init; }

    /// <summary>The tax that is contained in it.</summary>
    public long Tax { get; init; }

    /// <summary>The number of the receipt.</summary>
    public string? Receipt { get; init; }

    /// <summary>What is to be remembered.</summary>
    public string? Note { get; init; }

    /// <inheritdoc />
    public override DateOnly? OnDay => Day;
}
