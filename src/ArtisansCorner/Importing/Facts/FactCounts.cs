using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Joining;
using ArtisansCorner.Payouts;

namespace ArtisansCorner.Importing.Facts;

/// <summary>Counts what a file has beside sales and refunds: what is held for a round before it is forgotten, the rest at the end.</summary>
internal sealed class FactCounts
{
    private readonly List<(int Kind, FactCount Count)> ofRounds = [];

    /// <summary>Payments of buyers.</summary>
    public int Payments { get; private set; }

    /// <summary>Sales that stay as a person made them.</summary>
    public int ByHand { get; private set; }

    /// <summary>Whether any round had something.</summary>
    public bool AnyOfRounds { get; private set; }

    /// <summary>Adds what the draft holds of a round; where it stands is known.</summary>
    public void AddRound(ImportDraft draft, IEnumerable<IBringFacts> others)
    {
        AnyOfRounds |= draft.Joins.Count > 0 || draft.Facts.Any(fact => fact.IsOfRound);
        Payments += draft.Of<DraftEntry>().Count(entry => entry.Kind == EntryKind.Sale);
        ByHand += draft.Joins.Count(join => join is { IsByHand: true, After.Sale: not null });
        IEnumerable<FactCount?> kinds =
        [
            .. others.Where(other => other.IsOfRounds).Select(other => other.Count(draft)),
            Joined(draft, "fee", "fees", joined => joined.Fees.Select(fee => fee.Number)),
            Joined(draft, "payout", "payouts", joined => joined.Payout is null ? [] : [""]),
            Joined(draft, "account entry", "account entries", joined => joined.Entries.Select(entry => entry.Number)),
        ];
        foreach (var (kind, count) in kinds.Index())
        {
            if (count is not null) ofRounds.Add((kind, count));
        }
    }

    /// <summary>What is new and what is here, kind by kind; kinds that the file does not have are missing, and new customers are counted with what sales bring.</summary>
    public IReadOnlyList<FactCount> All(ImportDraft draft, IEnumerable<IBringFacts> others) =>
        [.. others.Where(other => !other.IsOfRounds).Select(other => other.Count(draft)).Append(KnownCustomers(draft)).OfType<FactCount>().Concat(ofRounds.OrderBy(one => one.Kind).Select(one => one.Count))
            .GroupBy(count => (count.One, count.Many))
            .Select(alike => new FactCount(alike.Key.One, alike.Key.Many, alike.Sum(count => count.Adds), alike.Sum(count => count.AlreadyHere), alike.Sum(count => count.Completes), alike.Select(count => count.Examples).FirstOrDefault(examples => examples is not null)))];

    private static FactCount? KnownCustomers(ImportDraft draft) =>
        draft.Customers.Count(customer => customer is { IsWanted: true, IsHere: true }) is > 0 and var known ? new FactCount("customer", "customers", 0, known) : null;

    private static FactCount? Joined(ImportDraft draft, string one, string many, Func<Joined, IEnumerable<string>> numbers)
    {
        long adds = 0, here = 0;
        foreach (var join in draft.Joins)
        {
            var known = numbers(join.Before).ToHashSet();
            foreach (var number in numbers(join.After))
            {
                if (known.Contains(number)) here++;
                else adds++;
            }
        }

        return adds + here == 0 ? null : new FactCount(one, many, adds, here);
    }
}
