"""Pounds of money told from pounds of weight."""

from __future__ import annotations

from parsers.facts.quantity.numbers import Number
from parsers.facts.tokens import Tokens, words

LARGE = 1e6

MONEY = words(
    """
    £ sterling pence penny cost costs costing worth price prices priced paid pay pays paying payment saving savings save saves saved spend
    spends spent spending fine fined fines fund funds funding funded bonus salary salaries wage wages fee fees grant grants loan loans debt
    debts profit profits loss losses revenue revenues sale sales sold sell bought buy budget bill bills tax taxes income earn earns earned
    earning invest invested investment donated donation donate prize bid deal rent bank cash money pension benefit benefits compensation
    damages raised raise ticket tickets note notes treasury contract stolen reward deposit economy market shares stake owed owes allowance
    """
)
"""With one of these in the sentence pounds are money, unless something weighs."""

WEIGHT = words(
    """
    weigh weighs weighed weighing weight heavy heavier lighter overweight gained pounder ounce ounces kilograms kilos kg lb lbs bomb bombs
    thrust bag bags baby boy girl catch payload diet
    """
)

WEIGHED = words(
    """
    beef meat chicken turkey pork poultry fish lobster shrimp cocaine heroin marijuana cannabis methamphetamine meth fentanyl drugs explosives
    explosive dynamite tnt butter sugar flour rice cheese milk copper gold silver uranium plutonium food trash waste garbage litter fruit
    apples potatoes cotton wool coffee tea cocoa tobacco fat muscle weight body pressure force thrust torque paper plastic carbon honey
    chocolate candy ice gunpowder fertilizer fertiliser dust sand gravel salt steel iron lead salmon tuna produce nuts bacon
    peanut peanuts oil grain corn soybeans wheat beans seed seeds tallow lard hides feed meal shortening mail luggage hay clothing clothes
    """
)
"""What is sold or seized by the pound."""


def are_money(tokens: Tokens, start: int, end: int, number: Number) -> bool:
    """Are the pounds of the number over tokens `start` to `end` money?"""
    if tokens.low[end] == "sterling":
        return True
    if tokens.low[end] == "of" and not WEIGHED.isdisjoint(tokens.low[end + 1 : end + 4]):
        return False
    if number.magnitude >= LARGE:
        return True
    if tokens.low[end - 1] == "pound" and number.value != 1 and tokens.low[end - 2] != "-":
        return False
    near = {*tokens.low[max(0, start - 14) : start], *tokens.low[end : end + 10]}
    return (
        not MONEY.isdisjoint(near)
        and WEIGHT.isdisjoint(near)
        and (number.value >= 1000 or "£" in near or tokens.low[end] != "of")
    )
