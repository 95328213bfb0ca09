/* SPDX-License-Identifier: MIT */
/* harbour.h - the small rulebook of the language's reference, as a C string. */
#ifndef MUTUALAID_TESTS_HARBOUR_H
#define MUTUALAID_TESTS_HARBOUR_H

/* ' stands for " (see quoted() in book.h). */
#define HARBOUR \
    "{" \
    "'mutualaid': 1," \
    "'id': 'harbour-sick-fund', 'title': {'zh': '港口互助金', 'en': " \
    "'harbour sick fund'}, 'edition': '2024'," \
    "'currency': {'code': 'GBP', 'decimals': 2}," \
    "'rounding': {'to': '0.01', 'mode': 'half_up'}," \
    "'sources': {'rules-2024': {'title': 'Rules of the fund', 'date': " \
    "'2024-01-01'}}," \
    "'parameters': {'night_rate': {'use': '48.00', 'source': 'rules-2024', " \
    "'label': {'zh': '每晚金额', 'en': 'amount per night'}}}," \
    "'facts': {" \
    "'admitted_on':   {'type': 'date', 'label': {'zh': '入院日期', 'en': " \
    "'admitted on'}}," \
    "'discharged_on': {'type': 'date', 'not_before': 'admitted_on', " \
    "'label': {'zh': '出院日期', 'en': 'discharged on'}}," \
    "'joined_on':     {'type': 'date', 'label': {'zh': '入会日期', 'en': " \
    "'joined on'}}," \
    "'ward':          {'type': 'choice', 'choices': [" \
    "{'code': 'general', 'label': {'zh': '普通病房', 'en': 'general'}, " \
    "'lists': ['covered']}," \
    "{'code': 'private', 'label': {'zh': '特需病房', 'en': 'private'}}]," \
    "'label': {'zh': '病房', 'en': 'ward'}}," \
    "'self_inflicted': {'type': 'flag', 'if_missing': false, 'label': " \
    "{'zh': '故意自伤', 'en': 'self-inflicted'}}," \
    "'nights_so_far': {'type': 'count', 'at_most': 400, 'if_missing': 0, " \
    "'label': {'zh': '本年度已计晚数', 'en': 'nights counted this year'}}," \
    "'units':         {'type': 'count', 'at_least': 1, 'at_most': 9, " \
    "'label': {'zh': '份数', 'en': 'units'}}" \
    "}," \
    "'values': {" \
    "'nights': {'days_between': ['admitted_on', 'discharged_on']}," \
    "'months_of_membership': {'months_between': ['joined_on', " \
    "'admitted_on']}" \
    "}," \
    "'tables': {" \
    "'share_by_membership': {'by': 'months_of_membership'," \
    "'bands': [{'from': 0, 'use': '50%'}, {'from': 12, 'use': '100%'}], " \
    "'otherwise': '0%', 'source': 'rules-2024'}" \
    "}," \
    "'schemes': {" \
    "'sick_nights': {" \
    "'title': {'zh': '住院津贴', 'en': 'hospital nights'}," \
    "'from': '2020-01-01', 'dated_by': 'admitted_on'," \
    "'require': [" \
    "{'id': 'ward', 'the': 'ward', 'in': 'covered', 'source': 'rules-2024'," \
    "'otherwise': {'zh': '仅限普通病房', 'en': 'only general wards are " \
    "covered'}}," \
    "{'id': 'units', 'the': 'units', 'at_most': 5, 'source': 'rules-2024'," \
    "'otherwise': {'zh': '最多五份', 'en': 'at most five units'}}]," \
    "'exclude': [" \
    "{'id': 'self_inflicted', 'is': 'self_inflicted', 'source': " \
    "'rules-2024'," \
    "'because': {'zh': '故意自伤不赔', 'en': 'self-inflicted injury is not " \
    "covered'}}]," \
    "'benefits': [" \
    "{'id': 'nights', 'title': {'zh': '每晚津贴', 'en': 'per night'}," \
    "'steps': [" \
    "{'take': 'nights'}," \
    "{'none_below': 3, 'label': {'zh': '连续三晚起付，自首晚计', 'en': " \
    "'from three nights on, back to the first'}, 'source': 'rules-2024'}," \
    "{'cumulative': {'so_far': 'nights_so_far', 'per': 'calendar_year', " \
    "'steps': [{'at_most': {'2020-01-01': 150, '2023-01-01': 180}}]}, " \
    "'source': 'rules-2024'}," \
    "{'times': 'night_rate'}," \
    "{'times': 'units'}," \
    "{'times': 'share_by_membership'}]}]," \
    "'contribution': {'dated_by': 'joined_on', 'parts': [" \
    "{'id': 'fee', 'steps': [{'take': 'units'}, {'times': '31.20'}], " \
    "'source': 'rules-2024'}]}," \
    "'deadlines': [{'id': 'claim_by', 'later': 'discharged_on', 'months': " \
    "6}]" \
    "}" \
    "}," \
    "'examples': [" \
    "{'part': 'sick_nights'," \
    "'facts': {'admitted_on': '2024-03-01', 'discharged_on': '2024-03-06', " \
    "'joined_on': '2023-06-01', 'ward': 'general', 'units': 2}," \
    "'expect': {'outcome': 'eligible', 'amount': '240.00', 'deadlines': " \
    "{'claim_by': '2024-09-06'}}}" \
    "]" \
    "}"

#endif
