using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Inventory;

/// <summary>What a new or changed place takes.</summary>
/// <param name="Name">Its name, unique in the shop.</param>
/// <param name="Kind">What it is; nothing: a studio.</param>
/// <param name="FirstDay">Of a fair: its first day.</param>
/// <param name="LastDay">Of a fair: its last day.</param>
/// <param name="State">Whether it is in use; nothing: as it is.</param>
/// <param name="Share">Of a gallery: what it keeps of each sale, in percent, to two decimals.</param>
/// <param name="Since">Of a gallery: since when it has pieces on these terms.</param>
/// <param name="Contact">Of a gallery: who to write to there.</param>
public sealed record NewLocation(
    string? Name, LocationKind? Kind = null, DateOnly? FirstDay = null, DateOnly? LastDay = null, LocationState? State = null, decimal? Share = null, DateOnly? Since = null, string? Contact = null)
{
    /// <summary>The share as it is kept, in hundredths of a percent.</summary>
    internal int? ShareKept => Share is { } share ? (int)(share * 100) : null;

    /// <summary>The contact as it is kept.</summary>
    internal string? ContactKept => string.IsNullOrWhiteSpace(Contact) ? null : Contact.Trim();
}

/// <summary>Whether a place is in use.</summary>
public enum LocationState
{
    /// <summary>Stock moves there.</summary>
    InUse,

    /// <summary>Kept for what happened there, and offered no more.</summary>
    PutAway,
}

/// <summary>What makes sense in a place, before the database is asked.</summary>
public static class LocationRules
{
    private const int LongestFair = 366;
    private static readonly DateOnly earliest = new(1990, 1, 1), latest = new(2200, 1, 1);

    /// <summary>There is no such place.</summary>
    public static Problem Unknown => new("unknown_location", "There is no such place.", Kind: ProblemKind.NotFound);

    /// <summary>Another place has the name.</summary>
    public static Problem Taken => new("name_taken", "There is a place of this name already, perhaps put away.", nameof(NewLocation.Name), ProblemKind.Conflict);

    /// <summary>The place where everything lies has to stay.</summary>
    public static Problem Needed => new("location_needed", "Stock lies here when nothing else is said, so this place stays in use.", nameof(NewLocation.State), ProblemKind.Conflict);

    /// <summary>Everything that is wrong with it.</summary>
    public static List<Problem> Check(NewLocation input)
    {
        List<Problem> problems = [];
        if (string.IsNullOrWhiteSpace(input.Name)) problems.Add(new("name_missing", "What is it called?", nameof(input.Name)));
        else if (input.Name.Trim().Length > Location.LongestName) problems.Add(new("name_too_long", $"A name has at most {Location.LongestName} characters.", nameof(input.Name)));
        else if (input.Name.Trim().Any(char.IsControl) || Guid.TryParse(input.Name, out _)) problems.Add(new("name_invalid", "A name is a few words on one line.", nameof(input.Name)));
        if (input.Kind == LocationKind.Gallery) CheckTerms(input, problems);
        else if (input.Share is not null || input.Since is not null || input.ContactKept is not null) problems.Add(new("terms_not_needed", "Only a gallery keeps a share of what it sells.", nameof(input.Share)));
        if (input.Kind != LocationKind.Fair)
        {
            if (input.FirstDay is not null || input.LastDay is not null) problems.Add(new("days_not_needed", "Only a fair has a first and a last day.", nameof(input.FirstDay)));
            return problems;
        }

        if (input.FirstDay is not { } first) problems.Add(new("day_missing", "On which day does it begin?", nameof(input.FirstDay)));
        else if (first < earliest || first > latest) problems.Add(new("day_out_of_range", "That is too long ago, or too far away.", nameof(input.FirstDay)));
        else if (input.LastDay is not { } last) problems.Add(new("day_missing", "On which day does it end?", nameof(input.LastDay)));
        else if (last < first) problems.Add(new("days_reversed", "It cannot end before it begins.", nameof(input.LastDay)));
        else if (last.DayNumber - first.DayNumber > LongestFair) problems.Add(new("fair_too_long", "A fair lasts a year at most.", nameof(input.LastDay)));
        return problems;
    }

    private static void CheckTerms(NewLocation input, List<Problem> problems)
    {
        if (input.Share is { } share && (share is < 0 or > 100 || share * 100 != decimal.Truncate(share * 100))) problems.Add(new("share_out_of_range", "A share is from 0 to 100 percent, to two decimals.", nameof(input.Share)));
        if (input.Since < earliest || input.Since > latest) problems.Add(new("day_out_of_range", "That is too long ago, or too far away.", nameof(input.Since)));
        if (input.ContactKept is { } contact && (contact.Length > Location.LongestContact || contact.Any(char.IsControl))) problems.Add(new("contact_invalid", $"A name, an e-mail address or a number on one line, at most {Location.LongestContact} characters.", nameof(input.Contact)));
    }
}
