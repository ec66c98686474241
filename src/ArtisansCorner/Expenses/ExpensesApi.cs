using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Expenses;

/// <summary>Expenses, for programs.</summary>
public static class ExpensesApi
{
    private const int UsualDays = 365;

    /// <summary>Routes under /api/v1/shops/{shopId}.</summary>
    public static void MapExpensesApi(this IEndpointRouteBuilder shop)
    {
        var expenses = shop.MapGroup("/expenses").WithTags("Expenses");
        expenses.MapGet("", ListAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listExpenses").WithSummary("What was spent, the latest day first");
        expenses.MapGet("/summary", SumAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("sumExpenses").WithSummary("What expenses come to, category by category");
        expenses.MapPost("", CreateAsync).RequirePermission(Permission.RecordExpenses).Repeatable().WithName("createExpense").WithSummary("Write an expense down");
        expenses.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getExpense").WithSummary("One expense; its ETag is needed to change it safely");
        expenses.MapPut("/{id:guid}", ChangeAsync).RequirePermission(Permission.RecordExpenses).WithName("changeExpense").WithSummary("Change an expense; send If-Match to lose nobody's change");
        expenses.MapDelete("/{id:guid}", RemoveAsync).RequirePermission(Permission.RecordExpenses).WithName("removeExpense").WithSummary("Take an expense away");
        expenses.MapPost("/{id:guid}/restore", RestoreAsync).RequirePermission(Permission.RecordExpenses).WithName("restoreExpense").WithSummary("Bring an expense back that was taken away");
        expenses.MapGet("/{id:guid}/changes", ChangesAsync).RequirePermission(Permission.View).WithName("expenseChanges").WithSummary("What became of an expense, the latest first");
        expenses.MapPost("/changes/{changeId:guid}/undo", UndoAsync).RequirePermission(Permission.RecordExpenses).WithName("undoExpenseChange").WithSummary("Make an expense again what it was before a change");
        shop.MapGet("/expenses.csv", ExpensesPages.Csv).WithTags("Expenses").RequirePermission(Permission.View).Produces(StatusCodes.Status200OK, contentType: "text/csv").WithName("listExpensesCsv").WithSummary("What was spent, as CSV");
    }

    private static async Task<Results<Ok<Paged<ExpenseItem>>, ProblemHttpResult>> ListAsync(
        ExpenseQuery expenses, CurrentShop shop, TimeProvider time, CancellationToken cancel, string? from = null, string? to = null,
        [Description("Only those for this")] string? category = null, [Description("Only those with these words")] string? q = null, Cursor? cursor = null, [Range(1, 200)] int limit = 50)
    {
        var asked = Asked(from, to, category, q, shop, time);
        return asked.Succeeded ? TypedResults.Ok(await expenses.ListAsync(asked.Value, cursor, limit, cancel)) : asked.Problems.ToResult();
    }

    private static async Task<Results<Ok<SummedExpenses>, ProblemHttpResult>> SumAsync(
        ExpenseQuery expenses, CurrentShop shop, TimeProvider time, CancellationToken cancel, string? from = null, string? to = null, string? category = null, string? q = null)
    {
        var asked = Asked(from, to, category, q, shop, time);
        return asked.Succeeded ? TypedResults.Ok(new SummedExpenses(shop.Facts.Currency.Code, await expenses.SumAsync(asked.Value, cancel))) : asked.Problems.ToResult();
    }

    private static async Task<Results<Created<ExpenseItem>, ProblemHttpResult>> CreateAsync(NewExpense input, SaveExpense save, ExpenseQuery expenses, HttpContext http, CancellationToken cancel)
    {
        var made = await save.CreateAsync(input, cancel);
        if (!made.Succeeded) return made.Problems.ToResult();
        if (await expenses.FindAsync(made.Value, cancel) is not { } expense) return ExpenseRules.Unknown.ToResult();
        EntityTag.Set(http, expense.Version);
        return TypedResults.Created($"{http.Request.Path}/{expense.Id}", expense);
    }

    private static async Task<Results<Ok<ExpenseItem>, ProblemHttpResult>> FindAsync(Guid id, ExpenseQuery expenses, HttpContext http, CancellationToken cancel)
    {
        if (await expenses.FindAsync(id, cancel) is not { } expense) return ExpenseRules.Unknown.ToResult();
        EntityTag.Set(http, expense.Version);
        return TypedResults.Ok(expense);
    }

    private static async Task<Results<Ok<ExpenseItem>, ProblemHttpResult>> ChangeAsync(Guid id, NewExpense input, SaveExpense save, ExpenseQuery expenses, HttpContext http, CancellationToken cancel)
    {
        // Found first: an id of another shop is not there, whatever is sent with it.
        if (await expenses.FindAsync(id, cancel) is null) return ExpenseRules.Unknown.ToResult();
        var expected = EntityTag.Expected(http);
        if (expected.Problems.Count > 0) return expected.Problems.ToResult();
        var changed = await save.ChangeAsync(id, expected.Value, input, cancel);
        return changed.Succeeded ? await FindAsync(id, expenses, http, cancel) : changed.Problems.ToResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, SaveExpense save, CancellationToken cancel) => Done(await save.RemoveAsync(id, cancel));

    private static async Task<Results<NoContent, ProblemHttpResult>> RestoreAsync(Guid id, SaveExpense save, CancellationToken cancel) => Done(await save.RestoreAsync(id, cancel));

    private static async Task<Results<NoContent, ProblemHttpResult>> UndoAsync(Guid changeId, SaveExpense save, CancellationToken cancel) => Done(await save.UndoAsync(changeId, cancel));

    private static async Task<Results<Ok<Paged<ExpenseChangeItem>>, ProblemHttpResult>> ChangesAsync(Guid id, ExpenseQuery expenses, CancellationToken cancel) =>
        await expenses.FindAsync(id, cancel) is null ? ExpenseRules.Unknown.ToResult() : TypedResults.Ok(new Paged<ExpenseChangeItem>(await expenses.ChangesAsync(id, cancel), null));

    private static Results<NoContent, ProblemHttpResult> Done(Outcome<Guid> outcome) => outcome.Succeeded ? TypedResults.NoContent() : outcome.Problems.ToResult();

    private static Outcome<AskedExpenses> Asked(string? from, string? to, string? category, string? search, CurrentShop shop, TimeProvider time)
    {
        if (string.IsNullOrEmpty(from) && string.IsNullOrEmpty(to)) return new AskedExpenses(null, category, search);
        var range = AskedDays.Read(from, to, shop.Facts.Zone.DayOf(time.GetUtcNow()), UsualDays);
        return range.Succeeded ? new AskedExpenses(range.Value, category, search) : range.Problems.ToList();
    }
}

/// <summary>The answer of <c>/expenses/summary</c>.</summary>
/// <param name="Currency">ISO 4217 code; all amounts are its minor units.</param>
/// <param name="Sums">The sums.</param>
public sealed record SummedExpenses(string Currency, ExpenseSums Sums);
