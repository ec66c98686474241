namespace ArtisansCorner.Importing.Draft;

/// <summary>A customer of a file, known by e-mail or by the channel's number.</summary>
internal sealed class DraftCustomer
{
    /// <summary>Where they buy, among the draft's channels.</summary>
    public required int Channel { get; init; }

    /// <summary>Who they are to the channel.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Their e-mail as it is compared; where there is one, they are known by it.</summary>
    public string? EmailKey { get; init; }

    /// <summary>Their e-mail as the file first writes it.</summary>
    public string? Email { get; init; }

    /// <summary>Their name.</summary>
    public string? Name { get; set; }

    /// <summary>Their country.</summary>
    public string? Country { get; set; }

    /// <summary>Their state, county or province.</summary>
    public string? Region { get; set; }

    /// <summary>Their town.</summary>
    public string? City { get; set; }

    /// <summary>Their postcode.</summary>
    public string? Postcode { get; set; }

    /// <summary>The import that first told of them, where that is another than the one that writes them.</summary>
    public Guid? ImportId { get; set; }

    /// <summary>Whether they were here before this import.</summary>
    public bool IsHere { get; set; }

    /// <summary>Their row in the database, once that is known or made.</summary>
    public Guid? Id { get; set; }

    /// <summary>Who they are, the same wherever the file names them.</summary>
    public string Key => EmailKey is null ? $"{Channel}\n{ExternalId}" : $"\n{EmailKey}";

    /// <summary>What is not known of them.</summary>
    public CustomerGaps Gaps =>
        (Name is null ? CustomerGaps.Name : 0) | (Country is null ? CustomerGaps.Country : 0) | (Region is null ? CustomerGaps.Region : 0) | (City is null ? CustomerGaps.City : 0) | (Postcode is null ? CustomerGaps.Postcode : 0);

    /// <summary>Takes over what another place of the file says of them and this one does not.</summary>
    public void Complete(DraftCustomer other)
    {
        Name ??= other.Name;
        Country ??= other.Country;
        Region ??= other.Region;
        City ??= other.City;
        Postcode ??= other.Postcode;
        ImportId ??= other.ImportId;
    }
}

/// <summary>A channel of a file.</summary>
internal sealed class DraftChannel
{
    /// <summary>Its name as the file first writes it.</summary>
    public required string Name { get; init; }

    /// <summary>Its name as it is compared.</summary>
    public required string Key { get; init; }

    /// <summary>Whether an order that goes in needs it.</summary>
    public bool Used { get; set; }

    /// <summary>Its row in the database, once that is known or made.</summary>
    public Guid? Id { get; set; }
}

/// <summary>A row that does not go in.</summary>
/// <param name="Row">The row of the file.</param>
/// <param name="Reason">Why, in a few words that are the same for all such rows.</param>
/// <param name="Column">The heading of the cell that is wrong, where it is one.</param>
/// <param name="Value">What stands in it, where it is kept.</param>
internal readonly record struct Rejection(int Row, string Reason, string? Column = null, string? Value = null);
