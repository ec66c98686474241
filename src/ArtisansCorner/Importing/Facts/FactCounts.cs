using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Joining;
using ArtisansCorner.Payouts;

namespace ArtisansCorner.Importing.Facts;

/// <summary>Counts what a file has beside sales and refunds, of each round before what is held for it is forgotten.</summary>
internal sealed class FactCounts
{
    private readonly List<(int Kind, FactCount Count)> counts = [];

    /// <summary>Payments of buyers.</summary>
    public int Payments { get; private set; }

    /// <summary>Sales that stay as a person made them.</summary>
    public int ByHand { get; private set; }

    /// <summary>Whether there was anything.</summary>
    public bool Any { get; private set; }

    /// <summary>What it has of products and customers.</summary>
    public CatalogCounts Catalog { get; } = new();

    /// <summary>Adds what the draft holds of a round before sales; where it stands is known.</summary>
    public void AddBeforeSales(ImportDraft draft, IEnumerable<IBringFacts> others)
    {
        Add(draft, others, InRounds.BeforeSales);
        Any |= draft.Wanted.Count > 0;
        Catalog.Add(draft, others);
    }

    /// <summary>Adds what the draft holds of a round after sales; where it stands is known.</summary>
    public void AddAfterSales(ImportDraft draft, IEnumerable<IBringFacts> others)
    {
        Add(draft, others, InRounds.AfterSales);
        Any |= draft.Joins.Count > 0;
        Payments += draft.Of<DraftEntry>().Count(entry => entry.Kind == EntryKind.Sale);
        ByHand += draft.Joins.Count(join => join is { IsByHand: true, After.Sale: not null });
        var kind = others.Count();
        Add(kind, Joined(draft, "fee", "fees", joined => joined.Fees.Select(fee => fee.Number)));
        Add(kind + 1, Joined(draft, "payout", "payouts", joined => joined.Payout is null ? [] : [""]));
        Add(kind + 2, Joined(draft, "account entry", "account entries", joined => joined.Entries.Select(entry => entry.Number)));
    }

    /// <summary>What is new and what is here, kind by kind; kinds that the file does not have are missing, and new customers are counted with what sales bring.</summary>
    public IReadOnlyList<FactCount> All() =>
        [.. counts.OrderBy(one => one.Kind).Select(one => one.Count).Concat(Catalog.CustomersHere is > 0 and var here ? [new FactCount("customer", "customers", 0, here)] : [])
            .GroupBy(count => (count.One, count.Many))
            .Select(alike => new FactCount(alike.Key.One, alike.Key.Many, alike.Sum(count => count.Adds), alike.Sum(count => count.AlreadyHere), alike.Sum(count => count.Completes), alike.Select(count => count.Examples).FirstOrDefault(examples => examples is not null)))];

    private void Add(ImportDraft draft, IEnumerable<IBringFacts> others, InRounds rounds)
    {
        Any |= draft.Facts.Any(fact => fact.Rounds == rounds);
        foreach (var (kind, other) in others.Index())
        {
            if (other.Rounds == rounds) Add(kind, other.Count(draft));
        }
    }

    private void Add(int kind, FactCount? count)
    {
        if (count is not null) counts.Add((kind, count));
    }

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
