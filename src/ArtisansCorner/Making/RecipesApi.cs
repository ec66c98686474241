using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Making;

/// <summary>Recipes, and what an hour at the bench costs.</summary>
public static class RecipesApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapRecipesApi(this IEndpointRouteBuilder shop)
    {
        var recipes = shop.MapGroup("/recipes").WithTags("Making");
        recipes.MapGet("", ListAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listRecipes").WithSummary("How things are made, and what they cost now");
        recipes.MapPost("", CreateAsync).RequirePermission(Permission.ManageStock).Repeatable().WithName("createRecipe").WithSummary("Write a recipe down");
        recipes.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getRecipe").WithSummary("One recipe; its ETag is needed to change it safely");
        recipes.MapGet("/{id:guid}/versions", VersionsAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listRecipeVersions").WithSummary("Every version of a recipe");
        recipes.MapPut("/{id:guid}", ChangeAsync).RequirePermission(Permission.ManageStock).WithName("changeRecipe").WithSummary("Save a new version; send If-Match to lose nobody's change");
        recipes.MapDelete("/{id:guid}", PutAwayAsync).RequirePermission(Permission.ManageStock).WithName("putRecipeAway").WithSummary("Put a recipe away; a new version takes it out again");
        var rates = shop.MapGroup("/making/rates").WithTags("Making");
        rates.MapGet("", RatesAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getMakingRates").WithSummary("What an hour at the bench costs");
        rates.MapPut("", SetRatesAsync).RequirePermission(Permission.ManageStock).WithName("setMakingRates").WithSummary("Set what an hour costs from now on");
    }

    private static async Task<Ok<Paged<RecipeItem>>> ListAsync(RecipeQuery recipes, CancellationToken cancel, bool all = false) =>
        TypedResults.Ok(new Paged<RecipeItem>(await recipes.ListAsync(all, cancel), null));

    private static async Task<Results<Created<RecipeItem>, ProblemHttpResult>> CreateAsync(NewRecipe input, SaveRecipe save, RecipeQuery recipes, HttpContext http, CancellationToken cancel)
    {
        var made = await save.CreateAsync(input, cancel);
        if (!made.Succeeded) return made.Problems.ToResult();
        var recipe = (await recipes.FindAsync(made.Value, cancel))!;
        EntityTag.Set(http, recipe.Version);
        return TypedResults.Created($"{http.Request.Path}/{recipe.Id}", recipe);
    }

    private static async Task<Results<Ok<RecipeItem>, ProblemHttpResult>> FindAsync(Guid id, RecipeQuery recipes, HttpContext http, CancellationToken cancel)
    {
        if (await recipes.FindAsync(id, cancel) is not { } recipe) return RecipeRules.Unknown.ToResult();
        EntityTag.Set(http, recipe.Version);
        return TypedResults.Ok(recipe);
    }

    private static async Task<Results<Ok<Paged<RecipeVersionItem>>, ProblemHttpResult>> VersionsAsync(Guid id, RecipeQuery recipes, CancellationToken cancel) =>
        await recipes.VersionsAsync(id, cancel) is { Count: > 0 } versions ? TypedResults.Ok(new Paged<RecipeVersionItem>(versions, null)) : RecipeRules.Unknown.ToResult();

    private static async Task<Results<Ok<RecipeItem>, ProblemHttpResult>> ChangeAsync(Guid id, NewRecipe input, SaveRecipe save, RecipeQuery recipes, HttpContext http, CancellationToken cancel)
    {
        var expected = EntityTag.Expected(http);
        if (expected.Problems.Count > 0) return expected.Problems.ToResult();
        var changed = await save.ChangeAsync(id, expected.Value, input, cancel);
        return changed.Succeeded ? await FindAsync(id, recipes, http, cancel) : changed.Problems.ToResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> PutAwayAsync(Guid id, SaveRecipe save, CancellationToken cancel)
    {
        var done = await save.SwitchAsync(id, isInUse: false, cancel);
        return done.Succeeded ? TypedResults.NoContent() : done.Problems.ToResult();
    }

    private static async Task<Ok<NewRates>> RatesAsync(RecipeQuery recipes, CancellationToken cancel)
    {
        var rates = await recipes.RatesAsync(cancel);
        return TypedResults.Ok(new NewRates(rates.LaborPerHour, rates.OverheadPerHour, rates.LaborIsValued));
    }

    private static async Task<Results<Ok<NewRates>, ProblemHttpResult>> SetRatesAsync(NewRates input, SetRates set, CancellationToken cancel)
    {
        var rates = await set.RunAsync(input, cancel);
        return rates.Succeeded ? TypedResults.Ok(rates.Value) : rates.Problems.ToResult();
    }
}
