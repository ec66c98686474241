using ArtisansCorner.Inventory;
using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Tenancy;
using CsCheck;

namespace ArtisansCorner.Tests.Inventory;

public sealed class CostingTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);

    // What came at a cost, at none, was sold, or came back from an earlier sale; at most ten different times, so that many are of one time.
    private static readonly Gen<Step> Steps = Gen.Select(Gen.Int[0, 3], Gen.Long[1, 40], Gen.Long[0, 90_000], Gen.Int[0, 9], (kind, pieces, cost, hour) => new Step(kind, pieces, cost, hour));

    // In a workshop also batches of which some or all are spoiled, what is broken, found, given back by a buyer, and a batch that is taken back.
    private static readonly Gen<Step> WorkshopSteps = Gen.Select(Gen.Int[0, 8], Gen.Long[1, 40], Gen.Long[0, 90_000], Gen.Int[0, 9], (kind, pieces, cost, hour) => new Step(kind, pieces, cost, hour));

    private static readonly Gen<StockMovement[]> Histories = Steps.Array[1, 40].Select(Movements);

    [Theory]
    [InlineData(3, 500, 1, 167)]
    [InlineData(2, 333, 1, 167)]
    [InlineData(1, 166, 1, 166)]
    [InlineData(10, 1000, 4, 400)]
    [InlineData(10, 1000, 12, 1200)]
    [InlineData(0, 0, 1, 0)]
    public void Pieces_leave_at_the_average(long onHand, long value, long pieces, long cost) => Assert.Equal(-cost, LevelOf(onHand, value).Issue(pieces).Value);

    [Fact]
    public void Pieces_that_had_left_before_they_came_are_trued_up()
    {
        var level = LevelOf(0, 0);
        Assert.Equal(new Worth(0, Missing: 4), level.Issue(4));
        Assert.Equal(new Worth(3000, 2000), level.Receive(10, 5000));
        Assert.Equal((6, 3000), (level.OnHand, level.Value));
        // Once a cost is known, what is missing is taken to cost the same; only the difference is trued up.
        Assert.Equal(new Worth(-5000), level.Issue(10));
        Assert.Equal((-4, -2000), (level.OnHand, level.Value));
        Assert.Equal(new Worth(2400 + 2000, 1600 - 2000), level.Receive(10, 4000));
    }

    [Fact]
    public void What_came_in_is_what_left_was_trued_up_or_is_still_there_by_both_methods() => Histories.Sample(history =>
    {
        foreach (var costing in (ICosting[])[LevelOf(0, 0), new FifoLayers()])
        {
            long came = 0, gone = 0;
            foreach (var (movement, worth) in Replay(history, costing))
            {
                if (movement.Quantity > 0) came += worth.Value + worth.TrueUp;
                gone += movement.Quantity > 0 ? worth.TrueUp : -worth.Value;
                if (costing.OnHand switch { 0 => costing.Value != 0, > 0 => costing.Value < 0, < 0 => costing.Value > 0 }) return false;
            }

            if (came != gone + costing.Value || costing.OnHand != history.Sum(movement => movement.Quantity)) return false;
        }

        return true;
    }, iter: 10_000);

    [Fact]
    public void Values_do_not_depend_on_the_order_in_which_movements_were_written_down() =>
        Gen.Select(Histories, Gen.Int[0, int.MaxValue]).Sample((history, seed) =>
        {
            var shuffled = Copies(history);
            new Random(seed).Shuffle(shuffled);
            var (one, other) = (LevelOf(0, 0), LevelOf(0, 0));
            Assert.Equal(Replay(history, one).Select(row => row.Worth), Replay(shuffled, other).Select(row => row.Worth));
            return one.Value == other.Value;
        }, iter: 10_000);

    [Fact]
    public void Average_and_first_in_first_out_agree_while_the_price_never_changes() =>
        Gen.Select(Steps.Array[1, 40], Gen.Long[0, 5000]).Sample((steps, price) =>
        {
            // Beginning with some, so that the price is known from the first piece that leaves.
            var history = Movements([new Step(0, 1, price, -1), .. steps.Select(step => step with { Cost = price * step.Pieces })]);
            var (average, fifo) = (LevelOf(0, 0), new FifoLayers());
            return Replay(history, average).Select(row => row.Worth).SequenceEqual(Replay(history, fifo).Select(row => row.Worth)) && average.Value == fifo.Value;
        }, iter: 10_000);

    [Fact]
    public void All_parts_of_what_comes_back_cost_together_what_left() =>
        Gen.Select(Gen.Long[0, 1_000_000_000_000], Gen.Long[1, 500].Array[1, 20]).Sample((cost, parts) =>
        {
            var (left, before, sum) = (new Left(parts.Sum(), 0, cost), 0L, 0L);
            foreach (var part in parts)
            {
                var came = left.CostOf(before, part)!.Value;
                // No part is further than a minor unit from its share.
                if (decimal.Abs(came - ((decimal)cost * part / parts.Sum())) >= 1) return false;
                (before, sum) = (before + part, sum + came);
            }

            return sum == cost;
        });

    [Fact]
    public void What_came_in_and_was_added_is_what_was_sold_wasted_was_trued_up_or_is_still_there_with_batches_and_kits_among_it() =>
        Gen.Select(WorkshopSteps.Array[1, 40], Gen.Bool).Sample((steps, isAverage) =>
        {
            var (history, links) = Workshop(steps);
            Dictionary<Guid, ICosting> costings = [];
            var replay = new CostReplay(variant => costings.TryGetValue(variant, out var there) ? there : costings[variant] = isAverage ? LevelOf(0, 0) : new FifoLayers(), links);
            var made = history.Where(movement => movement.Reason == StockReason.Made).Select(movement => movement.CauseId).ToHashSet();
            long came = 0, gone = 0;
            foreach (var movement in history.Order(CostOrder.Instance))
            {
                if (replay.Move(movement) is not { } worth) continue;
                if (movement.Reason is StockReason.Received or StockReason.Counted or StockReason.Returned) came += worth.Value + worth.TrueUp;
                if (movement.Reason == StockReason.Made) came += movement.Cost ?? 0;
                // What a batch used up is in what it made; of one that made nothing it is lost.
                if (movement.Reason is StockReason.Sold or StockReason.Damaged || (movement.Reason == StockReason.Used && !made.Contains(movement.CauseId))) gone -= worth.Value;
                gone += worth.TrueUp;
            }

            return came == gone + costings.Values.Sum(costing => costing.Value) && history.GroupBy(movement => movement.VariantId).All(of => costings.GetValueOrDefault(of.Key)?.OnHand == of.Sum(movement => movement.Quantity) || of.All(movement => links.Undone.Contains(movement.Id)));
        }, iter: 10_000);

    [Fact]
    public void In_whatever_portions_pieces_leave_the_same_is_left() =>
        Gen.Select(Gen.Long[1, 1_000_000], Gen.Long[0, 1_000_000_000_000], Gen.Long[1, 1000].Array[1, 50], Gen.Int[0, int.MaxValue]).Sample((onHand, value, portions, seed) =>
        {
            var (one, other, shuffled) = (LevelOf(onHand, value), LevelOf(onHand, value), portions.ToArray());
            new Random(seed).Shuffle(shuffled);
            foreach (var portion in portions) one.Issue(portion);
            foreach (var portion in shuffled) other.Issue(portion);
            return one.Value == other.Value && one.OnHand switch { 0 => one.Value == 0, > 0 => one.Value >= 0, < 0 => one.Value <= 0 };
        });

    [Fact]
    public void First_in_leaves_first()
    {
        var layers = new FifoLayers();
        layers.Receive(2, 100);
        layers.Receive(2, 400);
        Assert.Equal(-100 - 200, layers.Issue(3).Value);
        Assert.Equal((1, 200), (layers.OnHand, layers.Value));
    }

    private static StockLevel LevelOf(long onHand, long value) =>
        new() { ShopId = Guid.Empty, VariantId = Guid.Empty, Since = default, OnHand = onHand, Value = value, BaseOnHand = onHand, BaseValue = value };

    private static List<(StockMovement Movement, Worth Worth)> Replay(StockMovement[] history, ICosting costing)
    {
        var (links, byId) = (new CostLinks(), history.ToDictionary(movement => movement.Id));
        foreach (var movement in history)
        {
            if (movement.ReturnsId is { } sold) links.Add(movement, byId[sold]);
        }

        var replay = new CostReplay(_ => costing, links);
        return [.. history.Order(CostOrder.Instance).Select(movement => (movement, replay.Move(movement)!.Value))];
    }

    private static StockMovement[] Movements(Step[] steps)
    {
        List<StockMovement> movements = [];
        foreach (var (index, step) in steps.Index())
        {
            var at = Start.AddHours(step.Hour);
            var sold = movements.Find(earlier => earlier.Reason == StockReason.Sold && earlier.At < at && LeftOf(earlier, movements) > 0);
            movements.Add(step.Kind switch
            {
                0 => Of(index, step.Pieces, StockReason.Received, at, step.Cost),
                1 => Of(index, step.Pieces, StockReason.Counted, at, null),
                3 when sold is not null => Of(index, Math.Min(step.Pieces, LeftOf(sold, movements)), StockReason.Returned, at, null, sold.Id),
                _ => Of(index, -step.Pieces, StockReason.Sold, at, null),
            });
        }

        return [.. movements];
    }

    // Clay comes, is made into cups in batches with work added, and cups are sold alone or as a kit that is put together on the spot.
    private static (List<StockMovement> History, CostLinks Links) Workshop(Step[] steps)
    {
        var (clay, cup, kit) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        List<StockMovement> movements = [];
        var links = new CostLinks();
        foreach (var (index, step) in steps.Index())
        {
            var (at, cause, pieces, spoiled) = (Start.AddHours(step.Hour), Guid.CreateVersion7(), step.Pieces, step.Cost % 5);
            StockMovement Used(long quantity, Guid of) => Of(index, -quantity, StockReason.Used, at, null, of: of, cause: cause);
            StockMovement Made(Guid of, long? added) => Of(index, pieces, StockReason.Made, at, added, of: of, cause: cause);
            List<StockMovement> batch = [Used((pieces + spoiled) * 3, clay), Made(cup, step.Cost / 7)];
            movements.AddRange(step.Kind switch
            {
                0 => [Of(index, pieces * 10, StockReason.Received, at, step.Cost, of: clay)],
                1 => batch,
                2 => [Of(index, -pieces, StockReason.Sold, at, null, of: cup)],
                3 => [Used(pieces * 2, cup), Made(kit, null), Of(index, -pieces, StockReason.Sold, at, null, of: kit)],
                4 => [Used((1 + spoiled) * 3, clay)],
                5 => [Of(index, -pieces, StockReason.Damaged, at, null, of: cup)],
                6 => [Of(index, pieces, StockReason.Counted, at, null, of: clay)],
                7 => Returned(index, step, cup, links),
                _ => [.. batch, .. batch.Select(done => Back(index, done, links))],
            });
        }

        return (movements, links);
    }

    // Sold, and some of it given back an hour later.
    private static StockMovement[] Returned(int index, Step step, Guid of, CostLinks links)
    {
        var at = Start.AddHours(step.Hour);
        var sold = Of(index, -step.Pieces, StockReason.Sold, at, null, of: of);
        var back = Of(index, 1 + (step.Cost % step.Pieces), StockReason.Returned, at.AddHours(1), null, sold.Id, of);
        links.Add(back, sold);
        return [sold, back];
    }

    private static StockMovement Back(int index, StockMovement done, CostLinks links)
    {
        var back = Of(index, -done.Quantity, done.Reason, done.At, null, of: done.VariantId, cause: done.Id);
        links.Add(back, done);
        return back;
    }

    private static long LeftOf(StockMovement sold, List<StockMovement> movements) => -sold.Quantity - movements.Where(other => other.ReturnsId == sold.Id).Sum(other => other.Quantity);

    private static StockMovement[] Copies(StockMovement[] history) =>
        [.. history.Select(movement => new StockMovement
        {
            Id = movement.Id, ShopId = movement.ShopId, VariantId = movement.VariantId, LocationId = movement.LocationId, Quantity = movement.Quantity, Cost = movement.Cost, Value = 0, Reason = movement.Reason,
            ReturnsId = movement.ReturnsId, At = movement.At, Day = movement.Day, RecordedAt = movement.RecordedAt, RecordedThrough = movement.RecordedThrough,
        })];

    private static StockMovement Of(int index, long quantity, StockReason reason, DateTimeOffset at, long? cost, Guid? returns = null, Guid of = default, Guid? cause = null) => new()
    {
        Id = Guid.CreateVersion7(Start.AddMilliseconds(index)), ShopId = Guid.Empty, VariantId = of, LocationId = Guid.Empty, Quantity = quantity, Cost = cost, Value = 0, Reason = reason, ReturnsId = returns, CauseId = cause,
        At = at, Day = DateOnly.FromDateTime(at.DateTime), RecordedAt = at, RecordedThrough = Through.Api,
    };

    private sealed record Step(int Kind, long Pieces, long Cost, int Hour);
}
