namespace ArtisansCorner.Importing.Draft;

/// <summary>One fact of a file beside its sales and refunds, such as a fee or a payout, before it is written.</summary>
internal abstract class DraftFact
{
    /// <summary>The row of the file.</summary>
    public required int Row { get; init; }

    /// <summary>Where it comes from, among the draft's channels; −1 where it belongs to none.</summary>
    public int Channel { get; init; } = -1;

    /// <summary>What it is told apart by: the same in every file that has it.</summary>
    public required string Number { get; init; }

    /// <summary>The business day that it tells of, where the range of its file is told by it.</summary>
    public virtual DateOnly? OnDay => null;

    /// <summary>In which rounds all of its kind come, so that it is forgotten when its round is over.</summary>
    public virtual InRounds Rounds => InRounds.AfterSales;

    /// <summary>Where it stands in the database.</summary>
    public Presence Presence { get; set; }
}
